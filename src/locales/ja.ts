/** Japanese. */
import type { Messages } from './messages.ts';

export const ja: Messages = {
  'answer.lead.quotes': '記事の原文からの引用です：',
  'answer.lead.partly': '記事が答えているのは一部だけです：',
  'answer.lead.partlyQuotes': '記事が答えているのは一部だけです。原文からの引用です：',
  'answer.lead.notInArticle': 'この記事には書かれていません。',
  'answer.lead.correction': '記事では {{asked}} ではなく {{found}} です：',
  'answer.lead.offTopic': 'この記事はその話題を扱っていません。',
  'answer.lead.unclear': '質問の意味がはっきりつかめませんでした。',
  'answer.choices': '次のどれについてのご質問でしょうか。もう少し詳しく書いていただいても構いません。',
  'answer.correctButton': '質問を直す',
  'answer.lead.smallTalk':
    'こんにちは！記事「{{title}}」についての質問に、根拠となる原文を示しながらお答えします。',
  'answer.nearest': '記事の中で最も近い記述：',
  'answer.suggestions': 'たとえば、こんな質問ができます：',
  'answer.understoodAs': '質問の解釈：{{question}}',
  'answer.paragraph': '¶{{number}}',
  'answer.details': '記事の情報',
  'answer.citation': '{{place}}{{quote}}',
  'answer.quotationMarks': '「」『』',
  'gloss.label': '英訳（引用ではありません）：',
  'answer.footer.checked_other': '{{count}} 文、うち {{count}} 文を原文と照合済み',
  'answer.footer.quotesOnly': '引用のみ：以上はすべて記事の原文です',
  'answer.footer.moderators': 'モデレーターによる回答',
  'answer.footer.page': '{{pages}} ページ中 {{page}} ページ目',
  'answer.footer.article': '『{{title}}』、版 {{version}}',
  'answer.retry': 'もう一度答える',
  'answer.delete': '削除',
  'answer.progress': '次の文を照合しています…',
  'answer.stage.searching': '記事を調べています…',
  'answer.stage.reading': '{{places}} を読んでいます…',
  'answer.stage.readingAll': '記事全体を読んでいます…',

  'field.title': '題名：',
  'field.author': '著者：',
  'field.authorNote': '著者について：',
  'field.journal': '掲載誌：',
  'field.publishedAt': '公開日時：',
  'field.editor': '編集：',
  'field.keywords': 'キーワード：',
  'field.headings': '見出し：\n',

  'evidence.bold': '太字が引用された原文です。',
  'evidence.part': '{{parts}} 分割中 {{part}} 番目',
  'evidence.previous': '◀ {{place}}',
  'evidence.next': '{{place}} ▶',
  'evidence.back': '引用箇所に戻る',
  'evidence.showGloss': '訳を表示',
  'evidence.hideGloss': '訳を隠す',
  'evidence.post': 'チャンネルに投稿',
  'evidence.postedBy': '{{member}} が投稿',
  'evidence.olderVersion': 'この回答は記事の以前の版に基づいています。これは当時のままの原文です。',

  'search.title': '次の言葉に最も近い箇所：{{query}}',
  'search.page': '{{total}} 件中 {{first}}–{{last}} 件目',
  'search.none': '記事に近い箇所は見つかりませんでした。別の言葉でお試しください。',
  'search.previous': '◀ 前へ',
  'search.next': '次へ ▶',

  'suggest.paragraph': '{{place}} には何が書かれていますか？',
  'suggest.section': '「{{heading}}」の節には何が書かれていますか？',

  'read.outline': '目次',
  'read.open': '段落を開く',
  'read.range': '¶{{first}}–¶{{last}}',

  'quotation.button': '引用としてコピー',
  'quotation.plain': '通常の形式',

  'help.intro':
    '記事「{{title}}」についての質問にお答えします。各文には [1] のような番号が付いていて、そのボタンを押すと根拠となる原文が見られます。記事に書かれていないときは、そうお伝えします。',
  'help.commands': 'コマンド',
  'help.chat':
    'メンション、返信、ダイレクトメッセージでも質問できます。返信すると、同じ会話の続きとしてお答えします。',
  'help.privacy':
    '保存する内容は `/プライバシー` で確認できます。このサーバーのモデレーターが許可しない限り、質問は保存しません。',
  'help.examples': '質問の例：',

  'about.published': '公開日：{{date}}',
  'about.issue': '掲載誌：{{journal}}',
  'about.source': '出典：{{url}}',
  'about.size': '分量：{{paragraphs}} 段落、{{passages}} 箇所',
  'about.repairs':
    '来歴：「{{source}}」から復元、修正 {{repairs}} 件を記録、記事ではない {{removed}} 箇所を除外',
  'about.generator.extractive': '回答：記事の原文を引用（モデルは未設定）',
  'about.generator.model': '回答：{{model}} が作成し、すべての文を記事と照合',
  'about.tokens':
    '1 回答あたりのトークン（{{answers}} 件の平均）：入力 {{tokensIn}}（うちキャッシュ {{tokensCached}}）、出力 {{tokensOut}}',
  'about.cost': '100 回答あたりの費用（運用者が設定した価格による）：{{cost}}',
  'about.version': 'Footnote {{version}}、記事の版 {{article}}',
  'about.figures':
    '直近の評価（{{date}}、{{by}}）：{{judged}} 問中 {{right}} 問に正答、記事に答えのない {{unanswerable}} 問中 {{refused}} 問でその旨を回答',
  'about.figures.quotes': '原文の引用のみ',

  'repairs.button': '修正と除外の一覧',
  'repairs.page': '修正 {{total}} 件中 {{first}}–{{last}} 件目',
  'repairs.removed': '除外（{{what}}）：{{text}}',
  'repairs.nothing': 'なし',
  'repairs.step.drop-readings': '読みの注記を除去',
  'repairs.step.convert-script': '簡体字に変換',
  'repairs.step.set-punctuation': '句読点を修正',
  'repairs.step.join-name': '氏名を結合',
  'repairs.step.split-keywords': 'キーワードを分割',
  'repairs.step.restore-bytes': '失われた文字を復元',

  'chat.textWithheld':
    'ここでは、私へのメンションがあるメッセージの本文しか Discord から届きません。メンションするか、ボタンを押して質問してください。',
  'chat.askButton': '質問する',
  'chat.askModal.title': '記事について質問する',
  'chat.askModal.question': '質問',
  'chat.askModal.placeholder': '知りたいことを書いてください',
  'error.cannot-speak':
    '{{channel}} では回答できません。次の権限が不足しています：{{permissions}}。サーバーのモデレーターが付与できます。',
  'private.cannotSpeak':
    'このメッセージはあなただけに表示されています。このチャンネルで次の権限が不足しているためです：{{permissions}}。',
  'private.settingsUnknown':
    'このメッセージはあなただけに表示されています。このサーバーの設定を今は読み込めないためです。',

  'further.button': '続けて質問する',
  'menu.askAbout.name': 'これについて質問',
  'menu.check.name': '記事と照合する',
  'menu.context': '質問の対象となるメッセージ',
  'check.supported': '記事と一致します',
  'check.contradicted': '記事と食い違います',
  'check.not-in-article': '記事には見つかりません',
  'check.leftOut': 'メッセージのすべては照合していません。最大{{most}}文で、長さにも上限があります。',
  'error.claims-none': 'このメッセージには、記事と照合できる内容がありません。',

  'thread.button': 'スレッドで続ける',
  'thread.opened': '続きは {{thread}} でどうぞ。',
  'thread.first': 'ここで続けて質問できます。上の回答を踏まえてお答えします。',
  'thread.name': '記事についての質問',
  'error.thread-not-allowed': 'ここでスレッドを作るには、次の権限が必要です：{{permissions}}。',
  'error.thread-cannot-open':
    'ここではスレッドを作れません。このチャンネルで次の権限が不足しています：{{permissions}}。',

  'permission.ViewChannel': 'チャンネルを見る',
  'permission.SendMessages': 'メッセージを送信',
  'permission.SendMessagesInThreads': 'スレッドでメッセージを送信',
  'permission.CreatePublicThreads': '公開スレッドの作成',
  'permission.ManageThreads': 'スレッドの管理',
  'permission.ReadMessageHistory': 'メッセージ履歴を読む',
  'permission.EmbedLinks': '埋め込みリンク',
  'permission.separator': '、',

  'error.bug': 'こちらで問題が発生しました。報告の際は次の番号をお知らせください：{{reference}}',
  'error.upstream': '必要なサービスが現在応答していません。1 分ほどしてからもう一度お試しください。',
  'error.not-asker': '質問した本人かモデレーターだけができます。',
  'error.post-not-allowed': 'ここに投稿するには次の権限が必要です：{{permissions}}。',
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
  'error.server-only': 'これは、私をインストールしたサーバーでだけ使えます。',
  'error.under-way': 'すでに処理しています。少しお待ちください。',
  'error.stopping': '現在再起動しています。1 分ほどしてからもう一度質問してください。',

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

  'command.config.name': '設定',
  'command.config.description': 'モデレーター用：このサーバーでどこで、どのように、どれだけ答えるか',
  'command.config.show.name': '表示',
  'command.config.show.description': 'このサーバーの設定を表示します',
  'command.config.set.name': '変更',
  'command.config.set.description': '設定を一つ変更します',
  'command.config.reset.name': 'リセット',
  'command.config.reset.description': '設定を一つ、またはすべて初期値に戻します',
  'command.config.setting.name': '項目',
  'command.config.setting.description': 'どの設定か',
  'command.config.value.name': '値',
  'command.config.value.description': '新しい値：一覧から選ぶか、入力してください',

  'setting.channels': '回答できるチャンネル',
  'setting.channels.about':
    'ほかのチャンネルでの質問は、使えるチャンネルを示して断ります。スレッドは親チャンネルに従います。',
  'setting.questionChannels': 'すべてのメッセージを質問とみなすチャンネル',
  'setting.questionChannels.about':
    '運用者がメッセージの読み取りを許可していれば、そこではメンションなしで答えます。',
  'setting.questionForums': '新しい投稿に答えるフォーラム',
  'setting.questionForums.about':
    '運用者がメッセージの読み取りを許可していれば、新しい投稿の最初のメッセージに答えます。',
  'setting.moderatorRoles': 'モデレーターのロール',
  'setting.moderatorRoles.about':
    '「サーバー管理」権限を持つ人に加え、これらのロールを持つメンバーもモデレーターとみなします。',
  'setting.chat': 'メッセージへの回答',
  'setting.chat.about': 'オフにするとメンションや返信には答えません。スラッシュコマンドは引き続き使えます。',
  'setting.followUps': '「続けて質問する」で開くもの',
  'setting.followUps.about':
    '回答の下のボタンは入力フォームを開きます。スレッドを選ぶと、作れる場所ではスレッドを開きます。',
  'setting.language': '回答の言語',
  'setting.language.about': 'モデルが書く言語です。引用は常に記事の原文のままです。',
  'setting.length': '回答の長さ',
  'setting.length.about': '回答をどのくらい詳しく書くか。',
  'setting.keepQuestions': '質問の保存',
  'setting.keepQuestions.about':
    '質問を質問者と回答とともに180日間保存します。メンバーは `/プライバシー` で確認できます。',
  'setting.questionsPerMinute': 'メンバー一人の一分間の質問数',
  'setting.questionsPerMinute.about': '60秒間にこれを超える質問は、次に質問できる時刻を示して断ります。',
  'setting.answersPerDay': 'モデルが一日に書く回答数',
  'setting.answersPerDay.about':
    '使い切ると、UTC の午前0時まで原文の引用で答えます。0 にすると常に引用だけです。',
  'setting.word.all': 'すべてのチャンネル',
  'setting.word.nowhere': 'なし',
  'setting.word.none': '「サーバー管理」権限を持つ人のみ',
  'setting.word.on': 'オン',
  'setting.word.off': 'オフ',
  'setting.word.asker': '質問と同じ言語',
  'setting.word.short': '短め',
  'setting.word.normal': '標準',
  'setting.word.long': '長め',
  'setting.word.modal': '入力フォーム',
  'setting.word.thread': 'スレッド',
  'setting.word.unlimited': '無制限',

  'feedback.helpful': '役に立った',
  'feedback.unhelpful': '役に立たなかった',
  'feedback.thanks': 'ありがとうございます。「役に立った」として記録しました。評価はいつでも変更できます。',
  'feedback.noted':
    'ありがとうございます。「役に立たなかった」として記録しました。評価はいつでも変更できます。',
  'feedback.modal.title': 'どこが役に立ちませんでしたか',
  'feedback.modal.reason': 'どのような問題ですか',
  'feedback.modal.note': '補足があればお書きください',
  'feedback.modal.noteKept': '任意です。評価と一緒に保存されます。',
  'feedback.reason.wrong': '内容が間違っている',
  'feedback.reason.incomplete': '内容が足りない',
  'feedback.reason.place': '引用箇所が違う',
  'feedback.reason.language': '自分の言語ではない',
  'feedback.reason.other': 'その他',
  'privacy.title': '保存する内容',
  'privacy.answers':
    '回答ごと：結果、引用箇所、バージョン、言語、日時。質問した人は記録しません。{{days}} 日間保存します。',
  'privacy.votes': '評価ごと：評価した人、サーバー、評価、理由と補足、日時。{{days}} 日間保存します。',
  'privacy.questionsKept':
    'このサーバーのモデレーターの許可により、質問と質問した人を {{days}} 日間保存します。',
  'privacy.questionsNotKept': 'ここでの質問は保存しません。',
  'privacy.questionsUnknown': 'このサーバーが質問を保存する設定かどうか、現在は確認できません。',
  'privacy.model': '回答を書くために、質問とそれまでの会話が、運用者の選んだ言語モデルに送られます。',
  'privacy.noModel': '言語モデルは設定されていないため、質問がモデルに送られることはありません。',
  'privacy.yours':
    'あなたについて保存されている内容を、書き出したり削除したりできます。すべてのサーバーが対象です。',
  'privacy.export': '自分の分を書き出す',
  'privacy.delete': '自分の分を削除する',
  'privacy.exported': 'あなたについて保存されている内容は、すべてこのファイルにあります。',
  'privacy.sure':
    'すべてのサーバーでのあなたの評価と、あなたのものとして保存された質問を削除します。元に戻すことはできません。',
  'privacy.deleteAll': 'すべて削除する',
  'privacy.deleted': '完全に削除しました。評価：{{votes}}、質問：{{questions}}。',
  'command.privacy.name': 'プライバシー',
  'command.privacy.description': 'あなたについて保存されている内容の確認、書き出し、削除',

  'moderator.databaseAway':
    '⚠️ モデレーターの方へ：現在データベースを使えません。最後に確認できた設定のまま、分からない場合は初期設定で本人だけに見える形で動作を続けます。変更は保存できず、上書きされたものはありません。理由は運用者のログにあります。',
  'config.title': '**このサーバーの設定**',
  'config.line': '• {{name}}：**{{value}}**',
  'config.lineChanged': '• {{name}}：**{{value}}**（初期値：{{initial}}）',
  'config.andMore': '{{shown}} ほか {{more}} 件',
  'config.usedToday':
    '今日（UTC）モデルが書いた回答：{{used}} 件。一日の数を使い切ると、記事の引用で答えます。',
  'config.howToChange': '変更するには `/設定 変更`、初期値に戻すには `/設定 リセット` を使います。',
  'config.changed': '{{name}}：{{before}} → **{{after}}**',
  'config.applies': '次の質問から適用されます。',
  'config.unchanged': '{{name}}：すでに **{{value}}** なので、何も変更していません。',
  'config.nothingToReset': 'すべての設定がすでに初期値なので、何も変更していません。',
  'config.stale':
    '⚠️ 現在データベースを読み取れません。以下は最後に確認できた設定で、このまま動作を続けます。復旧するまで変更は保存できません。上書きされたものはありません。',
  'config.unknown':
    '⚠️ データベースを読み取れず、このサーバーの設定が分かりません。復旧するまではスラッシュコマンドにのみ、本人だけに見える形で答えます。上書きされたものはありません。以下は初期値です。',

  'error.setting-invalid-channels':
    'チャンネルの一覧として読み取れません。チャンネル（例：#一般）を {{most}} 個までメンションするか、次の語を入力してください：{{words}}',
  'error.setting-invalid-roles':
    'ロールの一覧として読み取れません。ロールを {{most}} 個までメンションするか、次の語を入力してください：{{words}}',
  'error.setting-invalid-switch':
    'この設定はオンかオフのどちらかです。次のどちらかを入力してください：{{words}}',
  'error.setting-invalid-choice': 'この設定にその値はありません。次のいずれかを入力してください：{{words}}',
  'error.setting-invalid-language':
    'その言語は分かりません。次のいずれか、またはほかの言語のタグ（例：fr）を入力してください：{{words}}',
  'error.setting-invalid-amount':
    '{{least}} から {{most}} までの整数、または次の語を入力してください：{{words}}',
  'error.setting-not-here': 'このサーバーのものではないため、何も変更していません：{{ids}}',
  'error.setting-unknown': 'その名前の設定はありません。入力中に出る一覧から選んでください。',
  'error.settings-moved':
    'その間にほかの人がこれを変更したため、何も変えませんでした。今の値を見て、もう一度お試しください。',
  'error.settings-not-saved':
    '現在データベースに書き込めないため、何も変更していません。後でもう一度お試しください。理由は運用者のログにあります。',
};
