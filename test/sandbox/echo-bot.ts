// A small bot, run as its own process: what it is told it says again. Its address and token are its arguments.
import { ButtonStyle, Client, ComponentType, GatewayIntentBits, type Message } from 'discord.js';

const [apiUrl = '', token = ''] = process.argv.slice(2);
const client = new Client({
  intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages],
  rest: { api: `${apiUrl}/api` },
});

function citation(number: number) {
  return {
    type: ComponentType.Button as const,
    style: ButtonStyle.Secondary as const,
    custom_id: `quote-${number}`,
    label: `[${number}] ¶${number}`,
  };
}

async function answer(message: Message): Promise<void> {
  if (message.author.bot || !message.mentions.users.has(client.user?.id ?? '')) return;
  if (message.channel.isSendable()) await message.channel.sendTyping();
  const words = message.content.replace(/<@\d+>\s*/, '');
  const asReply = message.reference === null ? 'new' : 'follow-up';
  await message.reply({
    content: `**${words}** (${asReply}) [1]\n-# echoed`,
    components: [{ type: ComponentType.ActionRow, components: [citation(1), citation(2)] }],
  });
}

client.on('messageCreate', (message) => void answer(message));
client.on('interactionCreate', async (interaction) => {
  if (interaction.isButton()) {
    await interaction.reply({ content: `card of ${interaction.customId}`, flags: 64 });
  } else if (interaction.isModalSubmit()) {
    await interaction.reply(`filled in: ${interaction.fields.getTextInputValue('words')}`);
  } else if (interaction.isChatInputCommand() && interaction.commandName === 'form') {
    await interaction.showModal({
      custom_id: 'form',
      title: 'A form',
      components: [
        {
          type: ComponentType.Label,
          label: 'Your words',
          component: { type: ComponentType.TextInput, custom_id: 'words', style: 1 },
        },
      ],
    });
  } else if (interaction.isChatInputCommand()) {
    await interaction.deferReply();
    await interaction.editReply(`asked: ${interaction.options.getString('question')}`);
  }
});

const ready = new Promise((resolve) => client.once('clientReady', resolve));
await client.login(token);
await ready;
await client.application?.commands.set([
  {
    name: 'ask',
    description: 'Ask',
    options: [
      { type: 3, name: 'question', description: 'Words', required: true },
      { type: 5, name: 'private', description: 'Only for you' },
    ],
  },
  { name: 'form', description: 'A form' },
]);
