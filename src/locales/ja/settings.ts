/** Settings: their names, what each does, the words of their values, and what may be typed. */
export const settings = {
  'error.settings-unknown':
    'このサーバーの設定を今は読み込めないため、スラッシュコマンドにのみ、非公開でお答えします。',
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
    '質問を質問者と回答とともに保存します。メンバーは `/プライバシー` で確認できます。',
  'setting.memberPerMinute': 'メンバー一人の一分間の質問数',
  'setting.memberPerMinute.about': '一分間にこれを超える質問は、次に質問できる時刻を示して断ります。',
  'setting.channelPerMinute': '一つのチャンネルの一分間の質問数',
  'setting.channelPerMinute.about': '全メンバーの合計です。スレッドは親チャンネルに数えます。',
  'setting.serverPerMinute': 'サーバー全体の一分間の質問数',
  'setting.serverPerMinute.about': 'すべてのチャンネルの全メンバーの合計です。',
  'setting.memberPerDay': 'メンバー一人の一日の質問数',
  'setting.memberPerDay.about': 'UTC の午前0時まで。回数はそれまで保存します。',
  'setting.channelPerDay': '一つのチャンネルの一日の質問数',
  'setting.channelPerDay.about':
    'UTC の午前0時までの全メンバーの合計です。スレッドは親チャンネルに数えます。',
  'setting.serverPerDay': 'サーバー全体の一日の質問数',
  'setting.serverPerDay.about': 'UTC の午前0時まで。半分を使ったあとは、一人につき四分の一までです。',
  'setting.exemptRoles': '制限のないロール',
  'setting.exemptRoles.about': 'これらのロールの質問は、制限も計数もされません。',
  'setting.answersPerDay': 'モデルが一日に書く回答数',
  'setting.answersPerDay.about':
    '使い切ると、UTC の午前0時まで原文の引用で答えます。0 にすると常に引用だけです。',
  'setting.model': '回答を書くモデル',
  'setting.model.about': '運用者が許可したものから選びます。書いた内容は同じように確かめます。',
  'setting.tokensPerDay': 'モデルの一日のトークン数',
  'setting.tokensPerDay.about':
    '使い切ると UTC の 0 時まで引用だけで答えます。80% でログのチャンネルに知らせます。',
  'setting.moneyPerDay': 'モデルの一日の費用',
  'setting.moneyPerDay.about': '運用者の価格の通貨で数えます。価格がなければ数えられません。',
  'setting.keepDays': '回答と投票を残す日数',
  'setting.keepDays.about': '過ぎたものは次の回答のときに、残した質問とともに消します。',
  'setting.deniedChannels': '回答しないチャンネル',
  'setting.deniedChannels.about': 'すべて許可していても、ここは除きます。スレッドは親チャンネルに従います。',
  'setting.forumDelay': '新しい投稿に答えるまでの秒数',
  'setting.forumDelay.about': 'その間にほかの人が答えたり、投稿を直したりできます。',
  'setting.forumMinLength': '投稿に必要な文字数',
  'setting.forumMinLength.about': '質問フォーラムのこれより短い投稿には答えません。',
  'setting.allowedRoles': '質問できるロール',
  'setting.allowedRoles.about': 'どれも持たないメンバーの質問は、ロールを示して断ります。',
  'setting.deniedRoles': '質問できないロール',
  'setting.deniedRoles.about': 'どれか一つでも持つメンバーの質問は、ほかのロールに関係なく断ります。',
  'setting.barredMembers': '質問できないメンバー',
  'setting.barredMembers.about': '本人にだけ知らせます。ほかの人への回答は引き続き読めます。',
  'setting.logChannel': 'ログのチャンネル',
  'setting.logChannel.about': '誰がどの設定を変えたか、予算が残りわずかなことをそこで知らせます。',
  'setting.privateAnswers': '回答を本人だけに表示',
  'setting.privateAnswers.about':
    'コマンドやボタンへの回答は質問した人だけに見えます。`/質問` で変えられます。',
  'setting.tone': '回答の口調',
  'setting.tone.about': 'モデルの話し方を自由に書けます。根拠の確かめ方は変わりません。',
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
  'setting.word.operator': '運用者の選択',
  'setting.word.everyone': '全員',
  'setting.word.nobody': 'なし',
  'setting.word.usual': '通常どおり',
  'setting.section.where': 'どこで',
  'setting.section.who': 'だれが',
  'setting.section.how': 'どのように',
  'setting.section.how-much': 'どれだけ',
  'setting.section.privacy': 'プライバシー',
  'setting.section.voice': '言葉づかい',

  'error.setting-invalid-channels':
    'チャンネルの一覧として読み取れません。チャンネル（例：#一般）を {{most}} 個までメンションするか、次の語を入力してください：{{words}}',
  'error.setting-invalid-forums':
    'フォーラムの一覧として読み取れません。フォーラムチャンネルを {{most}} 個までメンションするか、次の語を入力してください：{{words}}',
  'error.setting-invalid-roles':
    'ロールの一覧として読み取れません。ロールを {{most}} 個までメンションするか、次の語を入力してください：{{words}}',
  'error.setting-invalid-switch':
    'この設定はオンかオフのどちらかです。次のどちらかを入力してください：{{words}}',
  'error.setting-invalid-choice': 'この設定にその値はありません。次のいずれかを入力してください：{{words}}',
  'error.setting-invalid-language':
    'その言語は分かりません。次のいずれか、またはほかの言語のタグ（例：fr）を入力してください：{{words}}',
  'error.setting-invalid-amount':
    '{{least}} から {{most}} までの整数、または次の語を入力してください：{{words}}',
  'error.setting-invalid-money': '小数は二桁までの金額（例 2.50）か、次を入力してください：{{words}}',
  'error.setting-invalid-model':
    'モデルの名前ではありません。表示されたものを選ぶか、次を入力してください：{{words}}',
  'error.setting-invalid-channel':
    'これは一つのチャンネルではありません。チャンネルを一つメンションするか、次を入力してください：{{words}}',
  'error.setting-invalid-members':
    'メンバーの一覧ではありません。{{most}} 人までメンションするか、次を入力してください：{{words}}',
  'error.setting-invalid-count': '{{least}} から {{most}} までの整数を入力してください。',
  'error.setting-invalid-text': '長すぎます。{{most}} 文字までで書くか、次を入力してください：{{words}}',
  'error.setting-not-here': 'このサーバーのものではないため、何も変更していません：{{ids}}',
  'error.setting-unknown': 'その名前の設定はありません。入力中に出る一覧から選んでください。',
  'error.settings-moved':
    'その間にほかの人がこれを変更したため、何も変えませんでした。今の値を見て、もう一度お試しください。',
  'error.settings-file-unreadable': '書き出した設定ファイルではないため、何も変更していません。',
  'error.settings-file-newer': '私より新しいバージョンのファイルなので、何も変更していません。',
  'error.settings-file-values':
    'ファイルに未知の設定か許可されない値があるため、何も変更していません：{{names}}',
  'error.settings-not-saved':
    '現在データベースに書き込めないため、何も変更していません。後でもう一度お試しください。理由は運用者のログにあります。',
};
