// A text beside the code, as it stands in its file.
declare module '*?raw' {
  const text: string
  export default text
}
