/** Why something was not done, and what to do instead. */
export const errors = {
  'error.cannot-speak':
    '{{channel}}에서 답할 수 없습니다. 그곳에서 다음 권한이 없습니다: {{permissions}}. 서버 관리자가 부여할 수 있습니다.',
  'error.claims-none': '이 메시지에는 기사와 대조할 수 있는 내용이 없습니다.',

  'error.thread-not-allowed': '여기서 스레드를 만들려면 다음 권한이 필요합니다: {{permissions}}.',
  'error.thread-cannot-open':
    '여기서 스레드를 만들 수 없습니다. 이 채널에서 다음 권한이 없습니다: {{permissions}}.',

  'error.bug': '문제가 발생했습니다. 알려 주실 때 다음 번호를 적어 주세요: {{reference}}',
  'error.upstream': '필요한 서비스가 지금 응답하지 않습니다. 1분 뒤에 다시 시도해 주세요.',
  'error.databaseAway': '지금은 데이터베이스를 사용할 수 없습니다. 1분 뒤에 다시 시도해 주세요.',
  'error.not-asker': '질문한 사람이나 관리자만 할 수 있습니다.',
  'error.post-not-allowed': '여기에 올리려면 다음 권한이 필요합니다: {{permissions}}.',
  'error.expired': '만료되었습니다. 다시 질문해 주세요.',
  'error.question-empty': '질문을 1,000자 이내로 적어 주세요.',
  'error.question-too-long': '질문이 너무 깁니다. {{limit}}자 이내로 적어 주세요.',
  'error.question-without-words': '글자를 찾을 수 없습니다. 질문을 적어 주세요.',
  'error.query-empty': '찾을 말을 적어 주세요.',
  'error.paragraph-unknown': '그런 문단은 없습니다. 이 기사는 1번부터 {{last}}번 문단까지 있습니다.',
  'error.wrong-channel': '이 서버의 관리자는 다음 채널에서만 답하도록 했습니다: {{channels}}',
  'error.chat-off': '이 서버의 관리자가 채팅 답변을 껐습니다. 슬래시 명령어를 사용해 주세요.',
  'error.direct-off': '개인 메시지에는 답하지 않습니다. 슬래시 명령어를 쓰거나 서버에서 질문하세요.',
  'error.too-many-questions': '질문이 너무 잦습니다. <t:{{endsAt}}:R> 다시 질문하실 수 있습니다.',
  'error.member-day':
    '이 서버의 관리자가 정한 멤버 한 명의 일일 질문 수를 다 쓰셨습니다. <t:{{endsAt}}:R> 다시 질문하실 수 있습니다.',
  'error.channel-limit':
    '이 채널의 질문이 서버 관리자가 정한 수에 이르렀습니다. <t:{{endsAt}}:R> 여기서 다시 질문하실 수 있습니다.',
  'error.server-limit':
    '이 서버의 질문이 관리자가 정한 수에 이르렀습니다. <t:{{endsAt}}:R> 다시 질문하실 수 있습니다.',
  'error.fair-share':
    '오늘 이 서버의 질문 가운데 상당 부분을 쓰셨으므로 나머지는 다른 분들의 몫입니다. <t:{{endsAt}}:R> 다시 질문하실 수 있습니다.',
  'error.too-busy': '지금 질문이 매우 많습니다. <t:{{endsAt}}:R> 다시 시도해 주세요.',
  'error.not-moderator': '이 서버의 관리자만 할 수 있습니다.',
  'error.server-only': '저를 설치한 서버에서만 할 수 있습니다.',
  'error.under-way': '이미 처리하고 있습니다. 잠시만 기다려 주세요.',
  'error.stopping': '지금 다시 시작하는 중입니다. 1분 뒤에 다시 질문해 주세요.',
  'error.interrupted': '끝내기 전에 중단되었습니다. 다시 시도해 주세요.',

  'error.model-not-allowed':
    '운영자가 그 모델을 허용하지 않아 아무것도 바꾸지 않았습니다. 허용된 것: {{models}}',
  'error.prices-unknown':
    '운영자가 모델 가격을 정하지 않아 비용을 셀 수 없어서 아무것도 바꾸지 않았습니다. 토큰 수 예산은 쓸 수 있습니다.',
  'error.denied-channel': '이 서버의 관리자가 이 채널에서 답하지 못하게 했습니다.',
  'error.member-barred': '이 서버 관리자의 결정으로 여기서는 질문할 수 없습니다.',
  'error.role-denied': '가지고 있는 역할 중 하나로는 이 서버에서 질문할 수 없습니다.',
  'error.role-missing': '이 서버에서는 다음 역할 중 하나를 가진 멤버만 질문할 수 있습니다: {{roles}}',
  'error.file-too-large': '파일이 {{most}} KiB보다 커서 읽지 않았습니다.',
  'error.file-no-text': 'UTF-8 텍스트 파일이 아니어서 아무것도 바꾸지 않았습니다.',
};
