import type { Transaction } from 'kysely';
import { type Gap, type GapStore, gapReasons, gapStates } from '../guilds/gap-store.ts';
import type { Database } from './database.ts';
import { dropEmptyGaps, dropExpired } from './expired.ts';
import type { Tables } from './tables.ts';

export function createGapStore(database: Database): GapStore {
  const transact = <Result>(work: (transaction: Transaction<Tables>) => Promise<Result>) =>
    database.transact('gaps', work);
  return {
    add: (guildId, { answerId, question, memberId, reason, askedAt }, gapId, keepDays) =>
      transact(async (transaction) => {
        const known = await gapOfAnswer(transaction, guildId, answerId);
        if (known !== null) return known;
        const id =
          (gapId === null ? null : await findGap(transaction, guildId, gapId)) ??
          (await createGap(transaction, guildId));
        await transaction
          .insertInto('gap_questions')
          .values({
            ...{ guild_id: guildId, answer_id: answerId, gap_id: id, question, reason },
            ...{ member_id: memberId, asked_at: askedAt },
          })
          .execute();
        await dropExpired(transaction, ['gap_questions', 'gap_wishes'], guildId, { now: askedAt, keepDays });
        await dropEmptyGaps(transaction);
        return id;
      }),
    list: (guildId) =>
      transact(async (transaction) => {
        const gaps = await transaction
          .selectFrom('gaps')
          .selectAll()
          .where('guild_id', '=', guildId)
          .execute();
        const questions = await transaction
          .selectFrom('gap_questions')
          .selectAll()
          .where('guild_id', '=', guildId)
          .orderBy('asked_at', 'desc')
          .execute();
        const ofGap = Map.groupBy(questions, (row) => row.gap_id);
        return gaps
          .map(
            (row): Gap => ({
              ...{ id: row.id, revision: row.revision, answer: row.answer },
              state: gapStates.find((state) => state === row.state) ?? 'open',
              ...{ wordings: JSON.parse(row.wordings), pins: JSON.parse(row.pins) },
              questions: (ofGap.get(row.id) ?? []).map(toQuestion),
            }),
          )
          .sort((one, other) => lastAsked(other).localeCompare(lastAsked(one)) || other.id - one.id);
      }),
    decide: (guildId, { id, revision }, { state, wordings, answer, pins }) =>
      transact(async (transaction) => {
        const { numUpdatedRows } = await transaction
          .updateTable('gaps')
          .set({
            ...{ state, answer, revision: revision + 1 },
            ...{ wordings: JSON.stringify(wordings), pins: JSON.stringify(pins) },
          })
          .where('guild_id', '=', guildId)
          .where('id', '=', id)
          .where('revision', '=', revision)
          .executeTakeFirst();
        if (numUpdatedRows > 0n) return 'decided';
        return (await findGap(transaction, guildId, id)) === null ? 'gone' : 'changed';
      }),
    wish: (guildId, answerId, { memberId, locale }, at) =>
      transact(async (transaction) => {
        const gapId = await gapOfAnswer(transaction, guildId, answerId);
        if (gapId === null) return 'gone';
        const { state } = await transaction
          .selectFrom('gaps')
          .select('state')
          .where('id', '=', gapId)
          .executeTakeFirstOrThrow();
        if (state === 'answered') return 'answered';
        await transaction
          .insertInto('gap_wishes')
          .values({ guild_id: guildId, gap_id: gapId, member_id: memberId, locale, wished_at: at })
          .onConflict((conflict) => conflict.columns(['gap_id', 'member_id']).doUpdateSet({ locale }))
          .execute();
        return 'noted';
      }),
    takeWishes: async (guildId, gapId) => {
      const rows = await database.use((connection) =>
        connection
          .deleteFrom('gap_wishes')
          .where('guild_id', '=', guildId)
          .where('gap_id', '=', gapId)
          .returning(['member_id', 'locale'])
          .execute(),
      );
      return rows.map((row) => ({ memberId: row.member_id, locale: row.locale }));
    },
    ofMember: (memberId) =>
      transact(async (transaction) => {
        const questions = await transaction
          .selectFrom('gap_questions')
          .selectAll()
          .where('member_id', '=', memberId)
          .orderBy('asked_at')
          .execute();
        const wishes = await transaction
          .selectFrom('gap_wishes')
          .selectAll()
          .where('member_id', '=', memberId)
          .orderBy('wished_at')
          .execute();
        return {
          questions: questions.map((row) => ({ guildId: row.guild_id, ...toQuestion(row) })),
          wishes: wishes.map((row) => ({ guildId: row.guild_id, wishedAt: row.wished_at })),
        };
      }),
    async forget(memberId) {
      const count = await transact(async (transaction) => {
        const deleted = [
          await transaction.deleteFrom('gap_questions').where('member_id', '=', memberId).executeTakeFirst(),
          await transaction.deleteFrom('gap_wishes').where('member_id', '=', memberId).executeTakeFirst(),
        ];
        await dropEmptyGaps(transaction);
        return deleted.reduce((sum, { numDeletedRows }) => sum + Number(numDeletedRows), 0);
      });
      await database.scrub();
      return count;
    },
  };
}

function toQuestion(row: Tables['gap_questions']) {
  return {
    ...{ answerId: row.answer_id, question: row.question, memberId: row.member_id, askedAt: row.asked_at },
    reason: gapReasons.find((reason) => reason === row.reason) ?? 'not-in-article',
  };
}

function lastAsked({ questions }: Gap): string {
  return questions[0]?.askedAt ?? '';
}

async function findGap(transaction: Transaction<Tables>, guildId: string, id: number) {
  const row = await transaction
    .selectFrom('gaps')
    .select('id')
    .where('guild_id', '=', guildId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.id ?? null;
}

async function gapOfAnswer(transaction: Transaction<Tables>, guildId: string, answerId: string) {
  const row = await transaction
    .selectFrom('gap_questions')
    .select('gap_id')
    .where('guild_id', '=', guildId)
    .where('answer_id', '=', answerId)
    .executeTakeFirst();
  return row?.gap_id ?? null;
}

async function createGap(transaction: Transaction<Tables>, guildId: string): Promise<number> {
  const { id } = await transaction
    .insertInto('gaps')
    .values({ guild_id: guildId, state: 'open', wordings: '[]', answer: null, pins: '[]', revision: 0 })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
