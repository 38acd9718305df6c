package dev.lockstep.app.prove.fuzz.parser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.app.prove.fuzz.generate.ByteMutator;
import dev.lockstep.app.prove.fuzz.generate.FuzzInput;
import dev.lockstep.app.prove.fuzz.generate.JsonMutator;
import dev.lockstep.app.runtime.Threads;
import dev.lockstep.domain.port.venue.VenueStreams.Event;
import dev.lockstep.domain.port.venue.VenueStreams.VenueStream;
import dev.lockstep.gateway.alpaca.data.BotDataStream;
import dev.lockstep.gateway.alpaca.data.DataFeeds;
import dev.lockstep.gateway.alpaca.data.DataFrame;
import dev.lockstep.gateway.alpaca.data.MarketFeed;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.SplittableRandom;

/** Gives market data with mistakes to the gateway, which passes it on to a bot. */
final class MarketStreamTarget implements FuzzTarget {
    private static final String OF_VENUE = "of the venue";
    private static final String OF_BOT = "of the bot";

    /** One message in this number comes from the bot. */
    private static final int ONE_IN_BOT = 4;

    private static final String SUBSCRIBE =
            """
            {"action":"subscribe","trades":["*"],"quotes":["AAPL","MSFT"],"bars":["*"]}\
            """;

    private static final String ACCEPTED =
            """
            [{"T":"success","msg":"authenticated"}]\
            """;

    private static final List<String> VENUE_MESSAGES =
            List.of(
                    ACCEPTED,
                    """
                    [{"T":"t","S":"AAPL","i":96921,"x":"D","p":126.55,"s":1,\
                    "t":"2026-01-05T15:04:05.5Z","c":["@","I"],"z":"C"},\
                    {"T":"q","S":"AAPL","bx":"U","bp":87.66,"bs":1,"ax":"Q","ap":87.68,"as":4,\
                    "t":"2026-01-05T15:04:05Z"}]\
                    """,
                    """
                    [{"T":"b","S":"SPY","o":388.98,"h":389.13,"l":388.97,"c":389.12,"v":49378,\
                    "t":"2026-01-05T15:04:00Z"}]\
                    """,
                    """
                    [{"T":"n","id":1,"headline":"x","symbols":["AAPL","TSLA"]}]\
                    """,
                    """
                    [{"T":"error","code":405,"msg":"symbol limit exceeded"}]\
                    """,
                    """
                    [{"T":"subscription","trades":["AAPL"],"quotes":[],"bars":[]}]\
                    """);

    private static final List<String> BOT_MESSAGES =
            List.of(
                    SUBSCRIBE,
                    """
                    {"action":"unsubscribe","trades":["AAPL"]}\
                    """,
                    """
                    {"action":"auth","key":"a","secret":"b"}\
                    """);

    private final FuzzVenue world = new FuzzVenue();
    private final Queue<Event> events = new ArrayDeque<>();
    private final List<Runnable> loops = new ArrayList<>();
    private final Received received = new Received();
    private final DataFeeds feeds;
    private final List<JsonNode> venueSamples = VENUE_MESSAGES.stream().map(Samples::json).toList();
    private final List<JsonNode> botSamples = BOT_MESSAGES.stream().map(Samples::json).toList();

    /** The target runs the loop of the connection itself; the thread made for it does nothing. */
    MarketStreamTarget() {
        feeds =
                new DataFeeds(
                        world.gateway().authenticator(),
                        _ -> new Script(),
                        _ -> {
                            throw new InterruptedException("one connection is enough");
                        },
                        loop -> {
                            loops.add(loop);
                            return Threads.virtual("idle-").newThread(() -> {});
                        },
                        new SplittableRandom(1));
    }

    @Override
    public FuzzInput input(SplittableRandom random) {
        boolean bot = random.nextInt(ONE_IN_BOT) == 0;
        List<JsonNode> samples = bot ? botSamples : venueSamples;
        String text = JsonMutator.text(samples.get(random.nextInt(samples.size())), random);
        return new FuzzInput(bot ? OF_BOT : OF_VENUE, ByteMutator.seldom(text, random));
    }

    @Override
    public boolean accepts(FuzzInput input) {
        BotDataStream bot =
                feeds.open(MarketFeed.IEX, Optional.of(world.key()), true, received).orElseThrow();
        try {
            bot.receive((ObjectNode) Samples.json(SUBSCRIBE));
            int greeted = received.messages;
            if (input.entry().equals(OF_BOT)) {
                bot.receive(Samples.object(input.text()));
            } else {
                receiveOfVenue(input.text());
            }
            return received.messages > greeted;
        } finally {
            bot.closed();
            received.messages = 0;
        }
    }

    private void receiveOfVenue(String message) {
        events.add(new Event.Opened());
        events.add(new Event.Message(ACCEPTED));
        events.add(new Event.Message(message));
        loops.getFirst().run();
        // The pause before a second connection has interrupted the loop, and so this thread.
        boolean _ = Thread.interrupted();
        events.clear();
    }

    @Override
    public void close() {
        feeds.close();
        world.close();
    }

    /** The connection to the venue, on which the events arrive. */
    private final class Script implements VenueStream {
        @Override
        public void send(String text) {}

        @Override
        public Optional<Event> next(Duration patience) {
            return Optional.of(
                    events.isEmpty() ? new Event.Ended("the script ended") : events.remove());
        }

        @Override
        public void close() {}
    }

    /** The connection to the bot: counts the messages, in both forms. */
    private static final class Received implements BotDataStream.Outlet {
        private int messages;

        @Override
        public void send(DataFrame frame, Runnable written) {
            if (frame.text().isEmpty() || !frame.packed().hasRemaining()) {
                throw new BrokenPropertyException("an empty message");
            }
            messages++;
            written.run();
        }

        @Override
        public void close(int code, String reason) {}
    }
}
