package dev.lockstep.simulator.exchange;

import dev.lockstep.simulator.exchange.book.ExchangeAccount;
import dev.lockstep.simulator.exchange.book.ExchangeBook;
import dev.lockstep.simulator.exchange.book.Journal;
import dev.lockstep.simulator.exchange.ledger.CorporateAction;
import dev.lockstep.simulator.exchange.ledger.LedgerEntry;
import dev.lockstep.simulator.exchange.ledger.NonTradeActivity;
import dev.lockstep.simulator.exchange.ledger.Position;
import dev.lockstep.simulator.exchange.ledger.Splits;
import dev.lockstep.simulator.exchange.model.Asset;
import dev.lockstep.simulator.exchange.model.Decimals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Changes of positions and cash other than trades: splits, dividends and transfers. */
public final class CorporateActions {
    private final ExchangeBook book;
    private final Journal journal;
    private final ClockAdvance passage;
    private final OrderCancel cancel;

    CorporateActions(ExchangeBook book, Journal journal, ClockAdvance passage, OrderCancel cancel) {
        this.book = book;
        this.journal = journal;
        this.passage = passage;
        this.cancel = cancel;
    }

    /**
     * Converts every {@code oldRate} shares into {@code newRate} and adjusts the price. Cancels
     * open orders first. Pays fractions of a share in cash.
     */
    public void split(Asset asset, BigDecimal oldRate, BigDecimal newRate, Instant now) {
        Instant at = passage.advance(now);
        BigDecimal price = book.market().price(asset);
        BigDecimal priceAfter = Splits.price(asset, price, oldRate, newRate);
        for (ExchangeAccount account : book.accounts()) {
            account.orders().open().stream()
                    .filter(ticket -> ticket.order().terms().symbol().equals(asset.symbol()))
                    .filter(ticket -> ticket.order().status().open())
                    .forEach(ticket -> cancel.finish(ticket, at));
            Position position = account.position(asset.symbol());
            if (!position.flat()) {
                divide(account, asset, position, new Rates(oldRate, newRate), priceAfter, at);
            }
        }
        boolean forward = newRate.compareTo(oldRate) > 0;
        take(
                new CorporateAction(
                        actionId(),
                        forward
                                ? CorporateAction.Kind.FORWARD_SPLIT
                                : CorporateAction.Kind.REVERSE_SPLIT,
                        asset.symbol(),
                        oldRate,
                        newRate,
                        BigDecimal.ZERO,
                        price),
                at);
        long step = book.market().tick(asset).step();
        journal.write(new LedgerEntry.PriceMoved(at, asset.symbol(), priceAfter, step));
    }

    private void divide(
            ExchangeAccount account,
            Asset asset,
            Position position,
            Rates rates,
            BigDecimal priceAfter,
            Instant at) {
        BigDecimal whole =
                position.qty()
                        .multiply(rates.newRate())
                        .divide(rates.oldRate(), Decimals.QTY_SCALE_DIGITS, RoundingMode.DOWN);
        boolean forward = rates.newRate().compareTo(rates.oldRate()) > 0;
        BigDecimal after = forward || asset.crypto() ? whole : whole.setScale(0, RoundingMode.DOWN);
        BigDecimal inLieu =
                whole.subtract(after).multiply(priceAfter).setScale(2, RoundingMode.HALF_UP);
        book(
                account,
                at,
                new Entry(
                        "SPLIT",
                        forward ? "FSPLIT" : "RSPLIT",
                        asset.symbol(),
                        after.subtract(position.qty()),
                        null,
                        inLieu,
                        rates.newRate() + " for " + rates.oldRate()));
    }

    /** Returns whether activities include the fees of trades. */
    public boolean feesListed() {
        return book.feesListed();
    }

    /** Returns whether regulatory fees are charged. */
    public boolean regulatoryFees() {
        return book.regulatoryFees();
    }

    /**
     * Changes the fees from now on. Alpaca charges a fee with its trade and lists it at the end of
     * the day.
     *
     * @param listed whether activities include the fees of trades
     * @param regulatory whether regulatory fees are charged on each day's sales of stocks
     */
    public void changeFees(boolean listed, boolean regulatory, Instant now) {
        if (listed != book.feesListed() || regulatory != book.regulatoryFees()) {
            journal.write(new LedgerEntry.FeesChanged(passage.advance(now), listed, regulatory));
        }
    }

    /** Pays a dividend in dollars per share; short positions are charged. */
    public void dividend(Asset asset, BigDecimal dollarsAShare, Instant now) {
        Instant at = passage.advance(now);
        take(
                new CorporateAction(
                        actionId(),
                        CorporateAction.Kind.CASH_DIVIDEND,
                        asset.symbol(),
                        BigDecimal.ONE,
                        BigDecimal.ONE,
                        dollarsAShare,
                        book.market().price(asset)),
                at);
        for (ExchangeAccount account : book.accounts()) {
            Position position = account.position(asset.symbol());
            if (!position.flat()) {
                BigDecimal paid =
                        position.qty().multiply(dollarsAShare).setScale(2, RoundingMode.HALF_UP);
                book(
                        account,
                        at,
                        new Entry(
                                "DIV",
                                "CDIV",
                                asset.symbol(),
                                position.qty(),
                                null,
                                paid,
                                "Cash DIV @ " + dollarsAShare));
            }
        }
    }

    /** Transfers shares, coins or dollars into an account or out of it. */
    public void transfer(String account, Entry entry, Instant now) {
        book(book.account(account), passage.advance(now), entry);
    }

    private void take(CorporateAction action, Instant at) {
        journal.write(new LedgerEntry.CorporateActionTaken(at, action));
    }

    private UUID actionId() {
        String name = "corporate action " + book.corporateActions().size();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private void book(ExchangeAccount account, Instant at, Entry entry) {
        String name = "booking " + account.name() + " " + account.bookings().size();
        journal.write(
                new LedgerEntry.AccountBooked(
                        at,
                        account.name(),
                        new NonTradeActivity(
                                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                                at,
                                entry.type(),
                                entry.subType(),
                                entry.symbol(),
                                entry.qty(),
                                entry.price(),
                                entry.netAmount(),
                                entry.description())));
    }

    /**
     * An activity to book.
     *
     * @param type the activity type, for example {@code JNLS}
     */
    public record Entry(
            String type,
            @Nullable String subType,
            @Nullable String symbol,
            @Nullable BigDecimal qty,
            @Nullable BigDecimal price,
            BigDecimal netAmount,
            String description) {}

    private record Rates(BigDecimal oldRate, BigDecimal newRate) {}
}
