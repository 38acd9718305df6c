package dev.lockstep.simulator.exchange;

import dev.lockstep.simulator.exchange.book.ExchangeAccount;
import dev.lockstep.simulator.exchange.book.ExchangeBook;
import dev.lockstep.simulator.exchange.book.Journal;
import dev.lockstep.simulator.exchange.book.StockSales;
import dev.lockstep.simulator.exchange.hours.ExchangeCalendar;
import dev.lockstep.simulator.exchange.ledger.LedgerEntry;
import dev.lockstep.simulator.exchange.ledger.NonTradeActivity;
import dev.lockstep.simulator.exchange.model.Decimals;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Charges the regulatory fees on a day's sales of stocks once the day is over. */
final class RegulatoryFees {
    private final ExchangeBook book;
    private final Journal journal;

    RegulatoryFees(ExchangeBook book, Journal journal) {
        this.book = book;
        this.journal = journal;
    }

    /** Charges what is due, if regulatory fees are charged at all. */
    void charge(Instant at) {
        if (!book.regulatoryFees()) {
            return;
        }
        LocalDate today = LocalDate.ofInstant(at, ExchangeCalendar.NEW_YORK);
        for (ExchangeAccount account : book.accounts()) {
            account.salesBefore(today).ifPresent(sales -> charge(account, sales, at));
        }
    }

    private void charge(ExchangeAccount account, StockSales sales, Instant at) {
        String on = " on " + sales.day() + " by SIM-" + account.name();
        book(
                account,
                "REG",
                sales.commissionFee(),
                "REG fee for proceed of $" + Decimals.text(sales.proceeds()) + on,
                at);
        book(
                account,
                "TAF",
                sales.roundedActivityFee(),
                "TAF fee for proceed of "
                        + Decimals.text(sales.shares())
                        + " shares ("
                        + sales.trades()
                        + " trades)"
                        + on,
                at);
    }

    private void book(
            ExchangeAccount account, String kind, BigDecimal fee, String description, Instant at) {
        String name = "booking " + account.name() + " " + account.bookings().size();
        journal.write(
                new LedgerEntry.AccountBooked(
                        at,
                        account.name(),
                        new NonTradeActivity(
                                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                                at,
                                "FEE",
                                kind,
                                null,
                                null,
                                null,
                                fee.negate(),
                                description)));
    }
}
