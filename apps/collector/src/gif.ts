/** The smallest GIF that every client draws: one transparent pixel, 43 bytes (GIF89a). */
export const TRANSPARENT_GIF = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==', 'base64');
