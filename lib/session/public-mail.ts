/** Hosts where anyone has a mailbox: sharing one says nothing of an organisation. */
const PUBLIC_MAIL = new Set(
  `gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com ymail.com icloud.com me.com mac.com aol.com
  gmx.com gmx.net gmx.de web.de t-online.de freenet.de mail.com mail.ru yandex.ru yandex.com proton.me protonmail.com pm.me
  tutanota.com tuta.com fastmail.com hey.com zoho.com qq.com 163.com 126.com naver.com daum.net orange.fr wanadoo.fr free.fr
  laposte.net libero.it virgilio.it bluewin.ch posteo.de mailbox.org`.split(/\s+/),
);

export function isPublicMail(domain: string): boolean {
  return PUBLIC_MAIL.has(domain.toLowerCase()) || /^(yahoo|hotmail|live|outlook)\.[a-z.]{2,6}$/i.test(domain);
}
