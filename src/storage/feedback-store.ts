import type { FeedbackStore, ShownAnswer } from '../guilds/stores.ts';
import { readGuild } from './answers-of-guild.ts';
import type { Database } from './database.ts';
import { dropExpired } from './expired.ts';
import { readMaking, writeMaking } from './making.ts';

/** Keeps shown answers and votes on them; each answer takes away what has been kept long enough. */
export function createFeedbackStore(database: Database): FeedbackStore {
  return {
    keepAnswer: ({ id, guildId, outcome, citations, language, versions, shownAt, asked, making }, keepDays) =>
      database.transact(null, async (transaction) => {
        await transaction
          .insertInto('answers')
          .values({
            ...{ id, outcome, language, guild_id: guildId, shown_at: shownAt },
            ...{ citations: JSON.stringify(citations), versions: JSON.stringify(versions) },
            ...{ question: asked?.question ?? null, asker_id: asked?.memberId ?? null },
            ...writeMaking(making),
          })
          .execute();
        await dropExpired(transaction, ['answers', 'votes'], guildId, { now: shownAt, keepDays });
      }),
    async vote({ answerId, memberId, guildId, helpful, reason, note, votedAt }) {
      const verdict = { helpful: helpful ? 1 : 0, reason, note, voted_at: votedAt };
      await database.use((connection) =>
        connection
          .insertInto('votes')
          .values({ answer_id: answerId, member_id: memberId, guild_id: guildId, ...verdict })
          .onConflict((conflict) => conflict.columns(['answer_id', 'member_id']).doUpdateSet(verdict))
          .execute(),
      );
    },
    ofGuild: (guildId, since) => readGuild(database, guildId, since),
    async findQuestion(guildId, answerId) {
      const row = await database.use((connection) =>
        connection
          .selectFrom('answers')
          .select(['question', 'asker_id'])
          .where('guild_id', '=', guildId)
          .where('id', '=', answerId)
          .executeTakeFirst(),
      );
      const { question = null, asker_id: memberId = null } = row ?? {};
      return question === null || memberId === null ? null : { question, memberId };
    },
    async ofMember(memberId) {
      const { votes, answers } = await database.transact(null, async (transaction) => ({
        votes: await transaction
          .selectFrom('votes')
          .selectAll()
          .where('member_id', '=', memberId)
          .orderBy('voted_at')
          .execute(),
        answers: await transaction
          .selectFrom('answers')
          .selectAll()
          .where((where) =>
            where.or([
              where('asker_id', '=', memberId),
              where(
                'id',
                'in',
                where.selectFrom('votes').select('answer_id').where('member_id', '=', memberId),
              ),
            ]),
          )
          .orderBy('shown_at')
          .execute(),
      }));
      return {
        votes: votes.map((row) => ({
          ...{ answerId: row.answer_id, memberId: row.member_id, guildId: row.guild_id },
          ...{ helpful: row.helpful === 1, reason: row.reason, note: row.note, votedAt: row.voted_at },
        })),
        answers: answers.map(
          (row): ShownAnswer => ({
            ...{ id: row.id, guildId: row.guild_id, outcome: row.outcome, language: row.language },
            ...{ citations: JSON.parse(row.citations), versions: JSON.parse(row.versions) },
            shownAt: row.shown_at,
            // Another member's question is theirs, also where this one voted on its answer.
            asked: row.asker_id === memberId ? { memberId, question: row.question ?? '' } : null,
            making: readMaking(row),
          }),
        ),
      };
    },
    async forget(memberId) {
      const counts = await database.transact(null, async (transaction) => ({
        votes: await transaction.deleteFrom('votes').where('member_id', '=', memberId).executeTakeFirst(),
        questions: await transaction
          .updateTable('answers')
          .set({ question: null, asker_id: null })
          .where('asker_id', '=', memberId)
          .executeTakeFirst(),
      }));
      await database.scrub();
      return {
        votes: Number(counts.votes.numDeletedRows),
        questions: Number(counts.questions.numUpdatedRows),
      };
    },
  };
}
