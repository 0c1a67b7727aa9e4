/** Korean. */
import type { Messages } from './messages.ts';

export const ko: Messages = {
  'answer.lead.quotes': '기사 원문 그대로입니다:',
  'answer.lead.partly': '기사는 이 질문에 일부만 답하고 있습니다:',
  'answer.lead.partlyQuotes': '기사는 이 질문에 일부만 답하고 있습니다. 원문은 다음과 같습니다:',
  'answer.lead.notInArticle': '이 기사에는 나와 있지 않습니다.',
  'answer.lead.offTopic': '이 기사에서 다루는 주제가 아닙니다.',
  'answer.lead.unclear': '무슨 뜻인지 분명하지 않습니다. 다르게 말씀해 주시겠어요?',
  'answer.lead.smallTalk':
    '안녕하세요! 기사 “{{title}}”에 대한 질문에 답하고, 모든 문장의 근거가 되는 원문을 보여 드립니다.',
  'answer.nearest': '기사에서 가장 가까운 내용:',
  'answer.suggestions': '이렇게 물어보실 수 있습니다:',
  'answer.understoodAs': '이렇게 이해했습니다: {{question}}',
  'answer.paragraph': '¶{{number}}',
  'answer.details': '기사 정보',
  'answer.citation': '{{place}} “{{quote}}”',
  'answer.footer.checked_other': '문장 {{count}}개 모두 원문과 대조함',
  'answer.footer.quotesOnly': '인용만: 모두 기사의 원래 문장입니다',
  'answer.footer.moderators': '관리자가 답변함',
  'answer.footer.page': '{{pages}}쪽 중 {{page}}쪽',
  'answer.progress': '다음 문장을 대조하는 중…',

  'evidence.bold': '굵은 글씨가 인용된 원문입니다.',
  'evidence.part': '{{parts}}부분 중 {{part}}번째',
  'evidence.previous': '◀ {{place}}',
  'evidence.next': '{{place}} ▶',
  'evidence.back': '인용문으로 돌아가기',

  'search.title': '다음 말과 가장 가까운 부분: {{query}}',
  'search.page': '결과 {{total}}개 중 {{first}}–{{last}}',
  'search.none': '기사에 비슷한 내용이 없습니다. 다른 말로 찾아보세요.',
  'search.previous': '◀ 이전',
  'search.next': '다음 ▶',

  'read.outline': '목차',
  'read.open': '문단 열기',
  'read.range': '¶{{first}}–¶{{last}}',

  'help.intro':
    '기사 “{{title}}”에 대한 질문에 답합니다. 문장마다 [1] 같은 번호가 있으며, 버튼을 누르면 근거가 되는 원문을 볼 수 있습니다. 기사에 없는 내용은 없다고 말씀드립니다.',
  'help.commands': '명령어',
  'help.chat':
    '저를 멘션하거나, 제 메시지에 답장하거나, 다이렉트 메시지를 보내도 됩니다. 답장하면 같은 대화가 이어집니다.',
  'help.privacy': '질문은 저장하지 않습니다.',
  'help.examples': '예를 들면:',

  'about.published': '발행일: {{date}}',
  'about.issue': '게재지: {{journal}}',
  'about.source': '출처: {{url}}',
  'about.size': '분량: 문단 {{paragraphs}}개, 구절 {{passages}}개',
  'about.repairs':
    '원문 이력: “{{source}}”에서 복원, 수정 {{repairs}}건 기록, 기사가 아닌 부분 {{removed}}곳 제외',
  'about.generator.extractive': '답변: 기사 원문 인용(모델이 설정되지 않음)',
  'about.generator.model': '답변: {{model}} 작성, 모든 문장을 기사와 대조',
  'about.version': 'Footnote {{version}}, 기사 버전 {{article}}',

  'chat.textWithheld':
    '여기서는 저를 멘션한 메시지의 내용만 Discord에서 볼 수 있습니다. 저를 멘션하거나 버튼을 눌러 질문해 주세요.',
  'chat.askButton': '질문하기',
  'chat.askModal.title': '기사에 대해 질문하기',
  'chat.askModal.question': '질문',
  'chat.askModal.placeholder': '무엇이 궁금하신가요?',
  'chat.cannotSpeak':
    '{{channel}}에서 답할 수 없습니다. 그곳에서 다음 권한이 없습니다: {{permissions}}. 서버 관리자가 부여할 수 있습니다.',
  'private.cannotSpeak':
    '이 메시지는 회원님에게만 보입니다. 이 채널에서 다음 권한이 없기 때문입니다: {{permissions}}.',
  'private.settingsUnknown':
    '이 메시지는 회원님에게만 보입니다. 지금은 이 서버의 설정을 읽을 수 없기 때문입니다.',

  'permission.ViewChannel': '채널 보기',
  'permission.SendMessages': '메시지 보내기',
  'permission.SendMessagesInThreads': '스레드에서 메시지 보내기',
  'permission.ReadMessageHistory': '메시지 기록 보기',
  'permission.separator': ', ',

  'error.bug': '문제가 발생했습니다. 알려 주실 때 다음 번호를 적어 주세요: {{reference}}',
  'error.upstream': '필요한 서비스가 지금 응답하지 않습니다. 1분 뒤에 다시 시도해 주세요.',
  'error.expired': '만료되었습니다. 다시 질문해 주세요.',
  'error.question-empty': '질문을 1,000자 이내로 적어 주세요.',
  'error.question-too-long': '질문이 너무 깁니다. {{limit}}자 이내로 적어 주세요.',
  'error.question-without-words': '글자를 찾을 수 없습니다. 질문을 적어 주세요.',
  'error.query-empty': '찾을 말을 적어 주세요.',
  'error.paragraph-unknown': '그런 문단은 없습니다. 이 기사는 1번부터 {{last}}번 문단까지 있습니다.',
  'error.wrong-channel': '이 서버의 관리자는 다음 채널에서만 답하도록 했습니다: {{channels}}',
  'error.settings-unknown': '지금은 이 서버의 설정을 읽을 수 없어 슬래시 명령어에만 비공개로 답합니다.',
  'error.chat-off': '이 서버의 관리자가 채팅 답변을 껐습니다. 슬래시 명령어를 사용해 주세요.',
  'error.too-many-questions': '질문이 너무 잦습니다. <t:{{endsAt}}:R> 다시 질문하실 수 있습니다.',
  'error.not-moderator': '이 서버의 관리자만 할 수 있습니다.',
  'error.server-only': '서버 안에서만 사용할 수 있습니다.',
  'error.busy': '지금 다른 질문에 답하고 있습니다. 1분 뒤에 다시 시도해 주세요.',

  'command.ask.name': '질문',
  'command.ask.description': '기사에 대해 질문하고 답변의 근거가 되는 원문을 봅니다',
  'command.ask.question.name': '내용',
  'command.ask.question.description': '질문(어떤 언어든 괜찮습니다)',
  'command.ask.private.name': '나만보기',
  'command.ask.private.description': '답변을 나에게만 표시합니다',
  'command.search.name': '검색',
  'command.search.description': '기사에서 가장 가까운 구절을 찾습니다',
  'command.search.query.name': '검색어',
  'command.search.query.description': '찾을 말',
  'command.read.name': '읽기',
  'command.read.description': '기사를 읽습니다: 목차 또는 문단 하나',
  'command.read.paragraph.name': '문단',
  'command.read.paragraph.description': '문단 번호',
  'command.help.name': '도움말',
  'command.help.description': '할 수 있는 일과 질문하는 방법',
  'command.about.name': '정보',
  'command.about.description': '기사와 그 출처, 답변을 작성하는 방법',
};
