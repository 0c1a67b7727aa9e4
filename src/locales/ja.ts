/** Japanese. */
import type { Messages } from './messages.ts';

export const ja: Messages = {
  'answer.lead.quotes': '記事の原文からの引用です：',
  'answer.lead.partly': '記事が答えているのは一部だけです：',
  'answer.lead.partlyQuotes': '記事が答えているのは一部だけです。原文からの引用です：',
  'answer.lead.notInArticle': 'この記事には書かれていません。',
  'answer.lead.offTopic': 'この記事はその話題を扱っていません。',
  'answer.lead.unclear': '質問の意味がはっきりつかめませんでした。別の言い方で聞いていただけますか？',
  'answer.lead.smallTalk':
    'こんにちは！記事「{{title}}」についての質問に、根拠となる原文を示しながらお答えします。',
  'answer.nearest': '記事の中で最も近い記述：',
  'answer.suggestions': 'たとえば、こんな質問ができます：',
  'answer.understoodAs': '質問の解釈：{{question}}',
  'answer.paragraph': '¶{{number}}',
  'answer.details': '記事の情報',
  'answer.citation': '{{place}}「{{quote}}」',
  'answer.footer.checked_other': '{{count}} 文、すべて原文と照合済み',
  'answer.footer.quotesOnly': '引用のみ：すべて記事の原文です',
  'answer.footer.moderators': 'モデレーターによる回答',
  'answer.footer.page': '{{pages}} ページ中 {{page}} ページ目',
  'answer.progress': '次の文を照合しています…',

  'evidence.bold': '太字が引用された原文です。',
  'evidence.part': '{{parts}} 分割中 {{part}} 番目',
  'evidence.previous': '◀ {{place}}',
  'evidence.next': '{{place}} ▶',
  'evidence.back': '引用箇所に戻る',

  'search.title': '次の言葉に最も近い箇所：{{query}}',
  'search.page': '{{total}} 件中 {{first}}–{{last}} 件目',
  'search.none': '記事に近い箇所は見つかりませんでした。別の言葉でお試しください。',
  'search.previous': '◀ 前へ',
  'search.next': '次へ ▶',

  'read.outline': '目次',
  'read.open': '段落を開く',
  'read.range': '¶{{first}}–¶{{last}}',

  'help.intro':
    '記事「{{title}}」についての質問にお答えします。各文には [1] のような番号が付いていて、そのボタンを押すと根拠となる原文が見られます。記事に書かれていないときは、そうお伝えします。',
  'help.commands': 'コマンド',
  'help.chat':
    'メンション、返信、ダイレクトメッセージでも質問できます。返信すると、同じ会話の続きとしてお答えします。',
  'help.privacy': '質問の内容は保存しません。',
  'help.examples': '質問の例：',

  'about.published': '公開日：{{date}}',
  'about.issue': '掲載誌：{{journal}}',
  'about.source': '出典：{{url}}',
  'about.size': '分量：{{paragraphs}} 段落、{{passages}} 箇所',
  'about.repairs':
    '来歴：「{{source}}」から復元、修正 {{repairs}} 件を記録、記事ではない {{removed}} 箇所を除外',
  'about.generator.extractive': '回答：記事の原文を引用（モデルは未設定）',
  'about.generator.model': '回答：{{model}} が作成し、すべての文を記事と照合',
  'about.version': 'Footnote {{version}}、記事の版 {{article}}',

  'chat.textWithheld':
    'ここでは、私へのメンションがあるメッセージの本文しか Discord から届きません。メンションするか、ボタンを押して質問してください。',
  'chat.askButton': '質問する',
  'chat.askModal.title': '記事について質問する',
  'chat.askModal.question': '質問',
  'chat.askModal.placeholder': '知りたいことを書いてください',
  'chat.cannotSpeak':
    '{{channel}} では回答できません。次の権限が不足しています：{{permissions}}。サーバーのモデレーターが付与できます。',
  'private.cannotSpeak':
    'このメッセージはあなただけに表示されています。このチャンネルで次の権限が不足しているためです：{{permissions}}。',
  'private.settingsUnknown':
    'このメッセージはあなただけに表示されています。このサーバーの設定を今は読み込めないためです。',

  'permission.ViewChannel': 'チャンネルを見る',
  'permission.SendMessages': 'メッセージを送信',
  'permission.SendMessagesInThreads': 'スレッドでメッセージを送信',
  'permission.ReadMessageHistory': 'メッセージ履歴を読む',
  'permission.separator': '、',

  'error.bug': 'こちらで問題が発生しました。報告の際は次の番号をお知らせください：{{reference}}',
  'error.upstream': '必要なサービスが現在応答していません。1 分ほどしてからもう一度お試しください。',
  'error.expired': 'この操作は期限切れです。もう一度質問してください。',
  'error.question-empty': '質問を 1,000 文字以内で書いてください。',
  'error.question-too-long': '質問が長すぎます。{{limit}} 文字以内にしてください。',
  'error.question-without-words': '言葉が見つかりませんでした。質問を書いてください。',
  'error.query-empty': '検索する言葉を書いてください。',
  'error.paragraph-unknown': 'その段落はありません。この記事の段落は 1 から {{last}} までです。',
  'error.wrong-channel':
    'このサーバーのモデレーターは、次のチャンネルでのみ回答を許可しています：{{channels}}',
  'error.settings-unknown':
    'このサーバーの設定を今は読み込めないため、スラッシュコマンドにのみ、非公開でお答えします。',
  'error.chat-off':
    'このサーバーのモデレーターがチャットでの回答を無効にしています。スラッシュコマンドをご利用ください。',
  'error.too-many-questions': '質問の間隔が短すぎます。<t:{{endsAt}}:R>にまた質問できます。',
  'error.not-moderator': 'これはこのサーバーのモデレーターだけが行えます。',
  'error.server-only': 'この機能はサーバー内でのみ使えます。',
  'error.busy': 'ほかの質問に対応中です。1 分ほどしてからもう一度お試しください。',

  'command.ask.name': '質問',
  'command.ask.description': '記事について質問し、回答の根拠となる原文を見る',
  'command.ask.question.name': '質問文',
  'command.ask.question.description': '質問（どの言語でもかまいません）',
  'command.ask.private.name': '自分だけに表示',
  'command.ask.private.description': '回答を自分だけに表示する',
  'command.search.name': '検索',
  'command.search.description': '言葉に最も近い記事の箇所を探す',
  'command.search.query.name': '言葉',
  'command.search.query.description': '検索する言葉',
  'command.read.name': '読む',
  'command.read.description': '記事を読む：目次、または段落ひとつ',
  'command.read.paragraph.name': '段落',
  'command.read.paragraph.description': '段落の番号',
  'command.help.name': 'ヘルプ',
  'command.help.description': 'できることと、質問のしかた',
  'command.about.name': 'この記事について',
  'command.about.description': '記事とその来歴、回答の作成方法',
};
