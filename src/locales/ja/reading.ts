/** What the other commands show: the article and its repairs, search, reading, privacy, checked claims. */
export const reading = {
  'field.title': '題名：',
  'field.author': '著者：',
  'field.authorNote': '著者について：',
  'field.journal': '掲載誌：',
  'field.publishedAt': '公開日時：',
  'field.editor': '編集：',
  'field.keywords': 'キーワード：',
  'field.headings': '見出し：\n',

  'search.title': '次の言葉に最も近い箇所：{{query}}',
  'search.page': '{{total}} 件中 {{first}}–{{last}} 件目',
  'search.none': '記事に近い箇所は見つかりませんでした。別の言葉でお試しください。',
  'search.previous': '◀ 前へ',
  'search.next': '次へ ▶',

  'read.outline': '目次',
  'read.open': '段落を開く',
  'read.range': '¶{{first}}–¶{{last}}',

  'quotation.button': '引用としてコピー',
  'quotation.plain': '通常の形式',

  'about.published': '公開日：{{date}}',
  'about.issue': '掲載誌：{{journal}}',
  'about.source': '出典：{{url}}',
  'about.size': '分量：{{paragraphs}}、{{passages}}',
  'about.paragraphs_other': '{{count}} 段落',
  'about.passages_other': '{{count}} 箇所',
  'about.repairs': '来歴：「{{source}}」から復元、{{repairs}}、{{removed}}',
  'about.repaired_other': '修正 {{count}} 件を記録',
  'about.leftOut_other': '記事ではない {{count}} 箇所を除外',
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
  'repairs.what.links': 'ほかのページへのリンク',
  'repairs.what.search-words': '題名の前にある検索語の行',
  'repairs.what.no-words': '文字のない行',
  'repairs.step.drop-readings': '読みの注記を除去',
  'repairs.step.convert-script': '簡体字に変換',
  'repairs.step.set-punctuation': '句読点を修正',
  'repairs.step.join-name': '氏名を結合',
  'repairs.step.split-keywords': 'キーワードを分割',
  'repairs.step.restore-bytes': '失われた文字を復元',

  'check.supported': '記事と一致します',
  'check.contradicted': '記事と食い違います',
  'check.not-in-article': '記事には見つかりません',
  'check.leftOut': 'メッセージのすべては照合していません。最大{{most}}文で、長さにも上限があります。',
  'privacy.title': '保存する内容',
  'privacy.answers':
    '回答ごと：結果、引用箇所、バージョン、言語、日時、かかった量。質問した人は記録しません。{{days}} 日間保存します。',
  'privacy.votes': '評価ごと：評価した人、サーバー、評価、理由と補足、日時。{{days}} 日間保存します。',
  'privacy.counts':
    'モデレーターが一日の質問数を制限している場合は、今日の質問回数を UTC の午前0時まで。制限が意味を失わないよう、「自分の分を削除する」でも消えません。',
  'privacy.pending':
    '質問に答えている間は、再起動しても続けられるように必要な内容を暗号化して保存します。回答が届いた時点で、遅くとも15分後に消去します。',
  'privacy.questionsKept':
    'このサーバーのモデレーターの許可により、質問と質問した人を {{days}} 日間保存します。',
  'privacy.questionsNotKept': 'ここでの質問は保存しません。',
  'privacy.questionsUnknown': 'このサーバーが質問を保存する設定かどうか、現在は確認できません。',
  'privacy.gaps':
    'モデレーターに送った質問と、回答の通知の希望は、あなたの ID とともに、お知らせするまで、最長 {{days}} 日間保存します。',
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
  'privacy.deleted':
    '完全に削除しました。評価：{{votes}}、質問：{{questions}}。モデレーター宛て：{{total}}。',
};
