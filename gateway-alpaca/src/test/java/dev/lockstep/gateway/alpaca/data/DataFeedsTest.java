package dev.lockstep.gateway.alpaca.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.contracts.Eventually;
import dev.lockstep.contracts.TestClock;
import dev.lockstep.domain.access.KeyKind;
import dev.lockstep.domain.access.KeyName;
import dev.lockstep.domain.access.KeyRole;
import dev.lockstep.domain.access.KeyView;
import dev.lockstep.domain.access.TradingKey;
import dev.lockstep.domain.memory.InMemoryOrderRepository;
import dev.lockstep.domain.memory.InMemoryTradingKeys;
import dev.lockstep.domain.usecase.access.KeyResult;
import dev.lockstep.domain.usecase.access.ManageKeys;
import dev.lockstep.gateway.alpaca.access.BotAuthenticator;
import dev.lockstep.gateway.alpaca.wire.WireJson;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DataFeedsTest {
    private static final Duration BOUND = Duration.ofMinutes(1);

    private final ManageKeys keys =
            new ManageKeys(
                    new InMemoryTradingKeys(new InMemoryOrderRepository().riskControl()),
                    new TestClock(),
                    new SplittableRandom(5));
    private final KeyResult.Issued key =
            (KeyResult.Issued)
                    keys.add(
                            new KeyName("bot"),
                            new KeyName("bot").strategy(),
                            KeyRole.READ,
                            KeyView.ACCOUNT,
                            List.of(),
                            "test");
    private final FakeStreams venue = new FakeStreams();
    private final CountDownLatch checks = new CountDownLatch(1);
    private volatile Thread newest = Thread.currentThread();
    private final DataFeeds feeds =
            new DataFeeds(
                    new BotAuthenticator(keys),
                    venue,
                    this::pause,
                    this::thread,
                    new SplittableRandom(7));

    private Thread thread(Runnable work) {
        newest = Thread.ofPlatform().daemon().unstarted(work);
        return newest;
    }

    /** The checks, whose thread is created last, are the tests' own; connections do not wait. */
    private void pause(Duration time) throws InterruptedException {
        if (Thread.currentThread().equals(newest)) {
            checks.await();
        }
    }

    @AfterEach
    void close() {
        feeds.close();
    }

    @Test
    void two_bots_share_one_connection_that_subscribes_to_their_union() throws Exception {
        Bot one = bot(MarketFeed.IEX);
        one.sends("{'action':'subscribe','trades':['AAPL'],'bars':['*']}");
        assertThat(one.next("subscription"))
                .contains("'trades':['AAPL']", "'bars':['*']", "'corrections':['AAPL']");
        FakeStreams.Connection connection = venue.connection();
        assertThat(connection.path()).isEqualTo("/v2/iex");
        connection.accepts();
        assertThat(connection.received())
                .isEqualTo("{'action':'subscribe','trades':['AAPL'],'bars':['*']}");

        Bot two = bot(MarketFeed.IEX);
        two.sends("{'action':'subscribe','trades':['AAPL','MSFT']}");
        assertThat(connection.received()).isEqualTo("{'action':'subscribe','trades':['MSFT']}");
        connection.says(
                "[{'T':'t','S':'AAPL','p':1.5},{'T':'t','S':'MSFT','p':2},{'T':'b','S':'X'}]");

        assertThat(one.next("t")).isEqualTo("[{'T':'t','S':'AAPL','p':1.5}]");
        assertThat(one.next("b")).contains("'S':'X'");
        assertThat(two.next("t")).contains("AAPL");
        assertThat(two.next("t")).contains("MSFT");
        assertThat(venue.openConnections()).isEqualTo(1);
    }

    @Test
    void a_malformed_symbol_of_one_bot_never_reaches_the_venue() throws Exception {
        Bot bot = bot(MarketFeed.IEX);
        bot.sends("{'action':'subscribe','trades':['AAPL','a b']}");
        bot.next("error");
        bot.sends("{'action':'subscribe','trades':['\u00a7']}");
        assertThat(bot.next("error")).contains("'code':400");
        bot.sends("{'action':'subscribe','trades':['BRK.B']}");
        FakeStreams.Connection connection = venue.connection();
        connection.accepts();

        assertThat(connection.received()).isEqualTo("{'action':'subscribe','trades':['BRK.B']}");
    }

    @Test
    void a_symbol_is_unsubscribed_when_its_last_bot_leaves_and_the_connection_with_the_last_one()
            throws Exception {
        Bot one = bot(MarketFeed.CRYPTO);
        one.sends("{'action':'subscribe','trades':['BTC/USD'],'orderbooks':['BTC/USD']}");
        FakeStreams.Connection connection = venue.connection();
        connection.accepts();
        connection.received();
        Bot two = bot(MarketFeed.CRYPTO);
        two.sends("{'action':'subscribe','trades':['BTC/USD']}");
        two.next("subscription");

        one.session.closed();
        assertThat(connection.received())
                .isEqualTo("{'action':'unsubscribe','orderbooks':['BTC/USD']}");
        two.sends("{'action':'unsubscribe','trades':['BTC/USD']}");
        assertThat(connection.received())
                .isEqualTo("{'action':'unsubscribe','trades':['BTC/USD']}");
        Eventually.within(BOUND, "it is closed", () -> venue.openConnections() == 0);
    }

    @Test
    void a_lost_connection_is_opened_and_subscribed_again() throws Exception {
        Bot bot = bot(MarketFeed.IEX);
        bot.sends("{'action':'subscribe','quotes':['AAPL']}");
        FakeStreams.Connection first = venue.connection();
        first.accepts();
        first.received();
        first.breaks();

        venue.connection().breaks();
        FakeStreams.Connection third = venue.connection();
        third.says("[{'T':'error','code':406,'msg':'connection limit exceeded'}]");
        third.breaks();
        FakeStreams.Connection fourth = venue.connection();
        fourth.accepts();
        assertThat(fourth.received()).isEqualTo("{'action':'subscribe','quotes':['AAPL']}");
        fourth.says("[{'T':'q','S':'AAPL','bp':1}]");
        bot.next("subscription");
        assertThat(bot.next()).contains("'T':'q'");
    }

    @Test
    void a_slow_bot_is_cut_and_others_get_every_message() throws Exception {
        Bot slow = bot(MarketFeed.IEX);
        slow.reads = false;
        slow.sends("{'action':'subscribe','trades':['AAPL']}");
        Bot quick = bot(MarketFeed.IEX);
        quick.sends("{'action':'subscribe','trades':['AAPL']}");
        FakeStreams.Connection connection = venue.connection();
        connection.accepts();

        int messages = BotDataStream.MAX_UNWRITTEN_MESSAGES + 100;
        for (int i = 0; i < messages; i++) {
            connection.says("[{'T':'t','S':'AAPL','i':" + i + "}]");
        }

        for (int i = 0; i < messages; i++) {
            assertThat(quick.next("t")).contains("'i':" + i + "}");
        }
        assertThat(slow.next("error")).contains("'code':407", "slow client");
        slow.awaitClosed("slow client");
    }

    @Test
    void an_unsubscribed_feed_and_the_refusal_of_our_keys_end_the_streams_of_bots()
            throws Exception {
        Bot bot = bot(MarketFeed.SIP);
        bot.sends("{'action':'subscribe','trades':['AAPL']}");
        venue.connection().says("[{'T':'error','code':409,'msg':'insufficient subscription'}]");
        assertThat(bot.next("error")).contains("insufficient subscription");
        bot.awaitClosed("internal error");

        Bot other = bot(MarketFeed.NEWS_ARTICLES);
        other.sends("{'action':'subscribe','news':['*']}");
        venue.connection().says("[{'T':'error','code':402,'msg':'auth failed'}]");
        assertThat(other.next("error")).contains("internal error").doesNotContain("auth");
        other.awaitClosed("internal error");
    }

    @Test
    void news_reaches_the_bots_of_any_of_its_symbols_once() throws Exception {
        Bot bot = bot(MarketFeed.NEWS_ARTICLES);
        bot.sends("{'action':'subscribe','news':['AAPL','MSFT']}");
        FakeStreams.Connection connection = venue.connection();
        connection.accepts();
        connection.says("[{'T':'n','id':1,'symbols':['MSFT','AAPL']}]");
        connection.says(
                "[{'T':'n','id':2,'symbols':['TSLA']},{'T':'n','id':3,'symbols':['AAPL']}]");
        assertThat(bot.next("n")).contains("'id':1");
        assertThat(bot.next("n")).contains("'id':3");
    }

    @Test
    void mistakes_are_answered_as_documented() throws Exception {
        Bot bot = new Bot(MarketFeed.IEX, Optional.empty());
        assertThat(bot.next()).isEqualTo("[{'T':'success','msg':'connected'}]");
        bot.sends("{'action':'subscribe','trades':['AAPL']}");
        assertThat(bot.next()).contains("'code':401");
        bot.session.receive(null);
        assertThat(bot.next()).contains("'code':400");
        bot.authenticates();
        assertThat(bot.next()).isEqualTo("[{'T':'success','msg':'authenticated'}]");
        bot.authenticates();
        assertThat(bot.next()).contains("'code':403");
        bot.sends("{'action':'subscribe','orderbooks':['AAPL']}");
        assertThat(bot.next()).contains("'code':410");
        bot.sends("{'action':'subscribe','trades':'AAPL'}");
        assertThat(bot.next()).contains("'code':400");
        bot.sends("{'action':'buy'}");
        assertThat(bot.next()).contains("'code':400");
        bot.sends(
                IntStream.rangeClosed(0, BotDataStream.MAX_SYMBOLS)
                        .mapToObj(i -> "'S" + i + "'")
                        .collect(
                                Collectors.joining(",", "{'action':'subscribe','quotes':[", "]}")));
        assertThat(bot.next()).contains("'code':405");

        Bot stranger = new Bot(MarketFeed.IEX, Optional.empty());
        stranger.sends("{'action':'auth','key':'LKX','secret':'wrong'}");
        assertThat(stranger.next("error")).contains("'code':402", "auth failed");
        stranger.awaitClosed("auth failed");
    }

    @Test
    void a_bot_that_shows_no_key_and_one_whose_key_is_revoked_are_cut() throws Exception {
        Bot silent = new Bot(MarketFeed.IEX, Optional.empty());
        Bot revoked = bot(MarketFeed.IEX);
        keys.revoke(KeyKind.BOT, new KeyName("bot"), "test");
        for (int i = 0; i <= 10; i++) {
            silent.session.check();
            revoked.session.check();
        }
        assertThat(silent.closed).isEqualTo("auth timeout");
        assertThat(revoked.closed).isEqualTo("auth failed");
    }

    @Test
    void times_are_timestamps_of_message_pack() {
        ObjectNode trade = WireJson.object().put("T", "t").put("t", "1970-01-01T00:00:01Z");
        byte[] packed = new byte[new DataFrame(trade).packed().remaining()];
        new DataFrame(trade).packed().get(packed);
        // An array of one map of two; its last value is the extension type -1 of four bytes.
        assertThat(packed).endsWith((byte) 0xd6, (byte) -1, (byte) 0, (byte) 0, (byte) 0, (byte) 1);
    }

    private Bot bot(MarketFeed feed) throws InterruptedException {
        Bot bot = new Bot(feed, Optional.empty());
        bot.authenticates();
        bot.next("success");
        bot.next("success");
        return bot;
    }

    /** A bot, without a web server in between. */
    private final class Bot implements BotDataStream.Outlet {
        private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
        private volatile boolean reads = true;
        private volatile String closed = "";
        private final BotDataStream session;

        Bot(MarketFeed feed, Optional<TradingKey> byHandshake) {
            session = feeds.open(feed, byHandshake, false, this).orElseThrow();
        }

        void sends(String message) {
            session.receive((ObjectNode) WireJson.tree(message.replace('\'', '"')).orElseThrow());
        }

        void authenticates() {
            sends(
                    "{'action':'auth','key':'"
                            + key.key().id().value()
                            + "','secret':'"
                            + key.secret().reveal()
                            + "'}");
        }

        String next() throws InterruptedException {
            String message = messages.poll(BOUND.toSeconds(), TimeUnit.SECONDS);
            assertThat(message).as("next message").isNotNull();
            return String.valueOf(message);
        }

        String next(String type) throws InterruptedException {
            String message = next();
            while (!message.contains("'T':'" + type + "'")) {
                message = next();
            }
            return message;
        }

        void awaitClosed(String reason) {
            Eventually.within(BOUND, "closed: " + reason, () -> closed.equals(reason));
        }

        @Override
        public void send(DataFrame frame, Runnable written) {
            messages.add(frame.text().replace('"', '\''));
            if (reads) {
                written.run();
            }
        }

        @Override
        public void close(int code, String reason) {
            closed = reason;
        }
    }
}
