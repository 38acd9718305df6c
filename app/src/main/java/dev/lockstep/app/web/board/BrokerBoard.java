package dev.lockstep.app.web.board;

import dev.lockstep.app.wiring.Desk;
import dev.lockstep.domain.account.Account;
import dev.lockstep.domain.account.HistorySpan;
import dev.lockstep.domain.account.PortfolioHistory;
import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.market.Quote;
import dev.lockstep.domain.order.BrokerOrder;
import dev.lockstep.domain.port.Fetched;
import dev.lockstep.domain.port.FetchedList;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;

/**
 * What the broker says of the account and of the market, asked for once for all who want to know
 * within a moment.
 */
public final class BrokerBoard {
    private static final Duration LONGEST = Duration.ofSeconds(1);
    private static final Duration LONGEST_OF_HISTORY = Duration.ofSeconds(5);

    private final Remembered<String, Fetched<Account>> account;
    private final Remembered<HistorySpan, Fetched<PortfolioHistory>> history;
    private final Remembered<Symbol, Fetched<Map<Symbol, Quote>>> quotes;
    private final Remembered<String, Fetched<FetchedList<BrokerOrder>>> externalOrders;

    /** Asks this desk's broker. */
    public BrokerBoard(Desk desk, InstantSource clock) {
        this.account = new Remembered<>(LONGEST, clock, _ -> desk.broker().account());
        this.history =
                new Remembered<>(
                        LONGEST_OF_HISTORY, clock, span -> desk.window().history().portfolio(span));
        this.externalOrders =
                new Remembered<>(
                        LONGEST_OF_HISTORY, clock, _ -> desk.floor().externalOrders().list());
        this.quotes =
                new Remembered<>(
                        LONGEST,
                        clock,
                        symbol -> desk.window().marketData().latestQuotes(Set.of(symbol)));
    }

    /** The account. */
    public Fetched<Account> account() {
        return account.of("");
    }

    /** The open orders that were sent elsewhere. */
    public Fetched<FetchedList<BrokerOrder>> externalOrders() {
        return externalOrders.of("");
    }

    /** What it was worth. */
    public Fetched<PortfolioHistory> history(HistorySpan span) {
        return history.of(span);
    }

    /** The last quote; an empty map where there is none. */
    public Fetched<Map<Symbol, Quote>> quote(Symbol symbol) {
        return quotes.of(symbol);
    }
}
