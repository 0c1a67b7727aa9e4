/** Why something was not done, and what to do instead. */
export const errors = {
  'error.cannot-speak':
    'I cannot answer in {{channel}}: I am missing this permission there: {{permissions}}. A moderator of the server can grant it.',
  'error.claims-none': 'There is no claim in that message that could be checked against the article.',

  'error.thread-not-allowed':
    'Opening a thread here needs a permission that you do not have: {{permissions}}.',
  'error.thread-cannot-open':
    'I cannot open a thread here: I am missing this permission in this channel: {{permissions}}.',

  'error.bug': 'Something went wrong on my side. If you report it, give this reference: {{reference}}',
  'error.upstream': 'A service that I need is not answering at the moment. Please try again in a minute.',
  'error.databaseAway': 'My database cannot be used at the moment. Please try again in a minute.',
  'error.not-asker': 'Only the person who asked, or a moderator, can do that.',
  'error.post-not-allowed': 'To post here you need: {{permissions}}.',
  'error.expired': 'This has expired. Please ask again.',
  'error.question-empty': 'Please write a question, of up to 1,000 characters.',
  'error.question-too-long': 'That question is too long. Please keep it within {{limit}} characters.',
  'error.question-without-words': 'I could not find any words in that. Please write a question.',
  'error.query-empty': 'Please write what to search for.',
  'error.paragraph-unknown': 'There is no such paragraph. The article has paragraphs 1 to {{last}}.',
  'error.wrong-channel': 'The moderators of this server let me answer in these channels only: {{channels}}',
  'error.chat-off': 'The moderators of this server have turned chat off. Please use the slash command.',
  'error.direct-off': 'I do not answer direct messages. Please use the slash command, or ask in a server.',
  'error.too-many-questions': 'That was a lot of questions. You can ask again <t:{{endsAt}}:R>.',
  'error.member-day':
    'You have asked as many questions today as this server’s moderators allow one member. You can ask again <t:{{endsAt}}:R>.',
  'error.channel-limit':
    'This channel has had as many questions as this server’s moderators allow. You can ask here again <t:{{endsAt}}:R>.',
  'error.server-limit':
    'This server has had as many questions as its moderators allow. You can ask again <t:{{endsAt}}:R>.',
  'error.fair-share':
    'You have had a good share of this server’s questions today; the rest are for the others. You can ask again <t:{{endsAt}}:R>.',
  'error.too-busy': 'Very many are asking me at the moment. Please try again <t:{{endsAt}}:R>.',
  'error.not-moderator': 'Only moderators of this server can do that.',
  'error.server-only': 'That works only in a server that has installed me.',
  'error.under-way': 'That is being done already. One moment, please.',
  'error.stopping': 'I am being restarted just now. Please ask again in a minute.',
  'error.interrupted': 'I was interrupted before I was done with this. Please try again.',

  'error.model-not-allowed':
    'The operator does not allow that model, so nothing was changed. Allowed are: {{models}}',
  'error.prices-unknown':
    'The operator has set no prices for the model, so money cannot be counted and nothing was changed. A budget of tokens works.',
  'error.denied-channel': 'The moderators of this server do not let me answer in this channel.',
  'error.member-barred': 'The moderators of this server have decided that you may not ask here.',
  'error.role-denied': 'With one of your roles, the moderators of this server do not let you ask.',
  'error.role-missing': 'In this server, only members with one of these roles may ask: {{roles}}',
  'error.file-too-large': 'That file is larger than {{most}} KiB, so it was not read.',
  'error.file-no-text': 'That file is not text in UTF-8, so nothing was changed.',
} as const;
