/** Why something was not done, and what to do instead. */
export const errors = {
  'error.cannot-speak':
    '{{channel}} では回答できません。次の権限が不足しています：{{permissions}}。サーバーのモデレーターが付与できます。',
  'error.claims-none': 'このメッセージには、記事と照合できる内容がありません。',

  'error.thread-not-allowed': 'ここでスレッドを作るには、次の権限が必要です：{{permissions}}。',
  'error.thread-cannot-open':
    'ここではスレッドを作れません。このチャンネルで次の権限が不足しています：{{permissions}}。',

  'error.bug': 'こちらで問題が発生しました。報告の際は次の番号をお知らせください：{{reference}}',
  'error.upstream': '必要なサービスが現在応答していません。1 分ほどしてからもう一度お試しください。',
  'error.databaseAway': '現在データベースを使えません。1 分ほどしてからもう一度お試しください。',
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
  'error.chat-off':
    'このサーバーのモデレーターがチャットでの回答を無効にしています。スラッシュコマンドをご利用ください。',
  'error.direct-off':
    'ダイレクトメッセージには答えていません。スラッシュコマンドを使うか、サーバーで質問してください。',
  'error.too-many-questions': '質問の間隔が短すぎます。<t:{{endsAt}}:R>にまた質問できます。',
  'error.member-day':
    'このサーバーのモデレーターが決めた一人あたりの一日の質問数に達しました。<t:{{endsAt}}:R>にまた質問できます。',
  'error.channel-limit':
    'このチャンネルの質問は、サーバーのモデレーターが決めた数に達しました。<t:{{endsAt}}:R>にまたここで質問できます。',
  'error.server-limit':
    'このサーバーの質問は、モデレーターが決めた数に達しました。<t:{{endsAt}}:R>にまた質問できます。',
  'error.fair-share':
    '今日このサーバーの質問の多くをあなたが使ったので、残りはほかの人のためのものです。<t:{{endsAt}}:R>にまた質問できます。',
  'error.too-busy': 'ただいま質問がとても多く寄せられています。<t:{{endsAt}}:R>にもう一度お試しください。',
  'error.not-moderator': 'これはこのサーバーのモデレーターだけが行えます。',
  'error.server-only': 'これは、私をインストールしたサーバーでだけ使えます。',
  'error.under-way': 'すでに処理しています。少しお待ちください。',
  'error.stopping': '現在再起動しています。1 分ほどしてからもう一度質問してください。',
  'error.interrupted': '途中で中断されてしまいました。もう一度お試しください。',

  'error.model-not-allowed':
    '運用者がそのモデルを許可していないため、何も変えませんでした。使えるのは：{{models}}',
  'error.prices-unknown':
    '運用者がモデルの価格を設定していないため費用を数えられず、何も変えませんでした。トークン数の上限なら使えます。',
  'error.denied-channel': 'このサーバーのモデレーターは、このチャンネルでの回答を許可していません。',
  'error.member-barred': 'このサーバーのモデレーターの判断で、あなたはここでは質問できません。',
  'error.role-denied': 'あなたのロールの一つでは、このサーバーで質問できません。',
  'error.role-missing': 'このサーバーで質問できるのは、次のロールのどれかを持つメンバーだけです：{{roles}}',
  'error.file-too-large': 'ファイルが {{most}} KiB を超えているため、読み込みませんでした。',
  'error.file-no-text': 'ファイルが UTF-8 のテキストではないため、何も変更していません。',
};
