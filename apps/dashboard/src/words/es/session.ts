import type { Words } from '../shape.ts';

export const session: Words['session'] = {
  signInTitle: 'Iniciar sesión',
  welcomeTitle: 'Te damos la bienvenida a Readout',
  welcome: 'Elige la contraseña con la que tú, como propietario, iniciarás sesión a partir de ahora.',
  password: 'Contraseña',
  passwordMissing: 'Escribe la contraseña.',
  passwordAgain: 'La misma contraseña otra vez',
  passwordRule: 'Al menos 10 caracteres. Lo mejor son varias palabras que puedas recordar.',
  tooShort: 'La contraseña necesita al menos 10 caracteres.',
  differ: 'Las dos contraseñas no coinciden.',
  code: 'Código de un solo uso',
  codeRule: 'Está en el terminal en el que se arrancó Readout.',
  codeMissing: 'Escribe el código del terminal.',
  signIn: 'Iniciar sesión',
  begin: 'Guardar la contraseña y empezar',
  signOut: 'Cerrar sesión',
  forgotten: '¿La has olvidado? Quien administra Readout puede poner otra desde su terminal.',
  needsSetup:
    'Esta instalación aún no tiene propietario. Abre el enlace que mostró el terminal al arrancar Readout, o escribe aquí su código.',
};
