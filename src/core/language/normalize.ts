export function normalize(text: string): string {
  let out = '';
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c >= 0xff01 && c <= 0xff5e && !'！，？：；（）'.includes(text.charAt(i))) out += String.fromCharCode(c - 0xfee0).toLowerCase();
    else if (c < 32 && c !== 10 || c === 0x3000 || (c >= 0x200b && c <= 0x200f) || c === 0xfeff) out += ' ';
    else { const l = text.charAt(i).toLowerCase(); out += l.length === 1 ? l : text.charAt(i); }
  }
  return out;
}
