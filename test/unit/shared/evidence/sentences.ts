/**
 * What people say on calls, sentence by sentence, for each language: to be added to by whoever speaks it.
 * Words of languages without spaces are separated by | and written without.
 */
export const SENTENCES: Record<string, readonly string[]> = {
	English: [
		'I think your support team is terrible and nobody calls me back.',
		'We do not want the premium plan before the end of March.',
		'The technician repaired our heating twice within the last winter.',
	],
	German: [
		'Ich glaube, dass Ihr Kundendienst seit dem Sommer schlechter geworden ist.',
		'Wir möchten den Vertrag nicht über das nächste Jahr hinaus verlängern.',
		'Der Techniker hat gestern die Straße vor unserem Haus gesperrt.',
	],
	Spanish: [
		'El plan cuesta sesenta euros al mes y no incluye la llamada.',
		'Nadie me avisó de que el pedido llegaría después del viernes.',
		'Queremos cambiar la cita porque mi hermana estará de viaje.',
	],
	French: [
		"Je n'ai rien payé pour cette mise à jour le mois dernier.",
		'Nous préférons garder notre ancien numéro après le déménagement.',
		'Votre collègue a promis de rappeler ma mère avant midi.',
	],
	Italian: [
		'La fattura di gennaio è arrivata due volte allo stesso indirizzo.',
		'Non voglio parlare con un altro operatore prima di domani.',
		'Il corriere ha lasciato il pacco davanti alla porta sbagliata.',
	],
	Portuguese: [
		'A entrega atrasou três dias e ninguém respondeu ao meu recado.',
		'Gostaria de cancelar a assinatura antes da próxima cobrança.',
		'Minha filha usa o aplicativo todos os dias sem problemas.',
	],
	Russian: [
		'Мы больше не хотим платить за эту услугу каждый месяц.',
		'Ваш сотрудник обещал перезвонить моему брату до обеда.',
		'Новый телефон перестал работать после последнего обновления.',
	],
	Turkish: [
		'Bu uygulamayı artık evde kullanmak istemiyorum çünkü çok yavaş.',
		'Faturamı geçen hafta bankadan ödedim ama hâlâ borç görünüyor.',
		'Yarın sabah İstanbul şubesine gelip sözleşmeyi imzalayacağım.',
	],
	Arabic: [
		'أريد إلغاء الاشتراك قبل نهاية هذا الشهر من فضلك.',
		'لم يتصل بي أحد من فريق الدعم منذ يوم الأحد.',
		'وصل الطرد متأخرا ولكن الجهاز يعمل بشكل جيد.',
	],
	Hindi: [
		'मुझे यह योजना अगले महीने से नहीं चाहिए क्योंकि महंगी है।',
		'आपके कर्मचारी ने कल मेरे भाई को फोन किया था।',
		'नया मीटर लगने के बाद बिल बहुत बढ़ गया है।',
	],
	Korean: [
		'저는 다음 달에 계약을 연장할 생각이 없습니다.',
		'어제 기사님이 오셔서 보일러를 새로 고쳐 주셨어요.',
		'배송이 늦어서 동생 생일 선물을 제때 못 받았습니다.',
	],
	Polish: [
		'Nie chcę płacić za usługę, której moja firma już nie używa.',
		'Kurier zostawił paczkę u sąsiada bez żadnej wiadomości.',
		'Proszę wysłać umowę na nowy adres mojej siostry.',
	],
	Chinese: [
		'我们|明年|不会|续约|因为|价格|太贵|了。',
		'昨天|技术员|来|我家|修好|了|空调。',
		'请|把|合同|寄到|我|姐姐|的|新|地址。',
	],
	Japanese: [
		'来月|から|この|プラン|を|解約|したい|です。',
		'昨日|の|午後|に|荷物|が|届き|まし|た。',
		'担当者|から|まだ|電話|が|来て|い|ません。',
	],
	Thai: [
		'ลูกค้า|ต้องการ|ยกเลิก|บริการ|ก่อน|สิ้น|เดือน|นี้',
		'ช่าง|มา|ซ่อม|เครื่อง|ปรับอากาศ|เมื่อวาน|แล้ว',
		'ราคา|ใหม่|แพง|กว่า|เดิม|มาก|สำหรับ|ร้าน|ของ|ผม',
	],
};
