package dev.lockstep.simulator.exchange;

import dev.lockstep.simulator.exchange.book.ExchangeBook;
import dev.lockstep.simulator.exchange.book.Journal;
import dev.lockstep.simulator.exchange.book.Watchlists;
import dev.lockstep.simulator.exchange.ledger.LedgerEntry;
import dev.lockstep.simulator.exchange.ledger.Watchlist;
import dev.lockstep.simulator.exchange.market.AssetCatalog;
import dev.lockstep.simulator.exchange.model.Asset;
import dev.lockstep.simulator.exchange.model.ExchangeResult;
import dev.lockstep.simulator.exchange.model.VenueRefusal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Creates, changes and deletes watchlists. */
public final class WatchlistDesk {
    private final ExchangeBook book;
    private final Journal journal;
    private final AssetCatalog listing;
    private final ClockAdvance passage;

    WatchlistDesk(ExchangeBook book, Journal journal, AssetCatalog listing, ClockAdvance passage) {
        this.book = book;
        this.journal = journal;
        this.listing = listing;
        this.passage = passage;
    }

    /** Creates a watchlist. */
    public ExchangeResult<Watchlist> create(
            String account, String name, List<String> symbols, Instant now) {
        Watchlists owned = book.account(account).watchlists();
        if (owned.all().size() >= Watchlists.MAX_WATCHLISTS) {
            return refused("an account has at most " + Watchlists.MAX_WATCHLISTS + " watchlists");
        }
        Instant at = passage.time(now);
        String seed = "watchlist " + account + " " + owned.saved() + " " + at;
        UUID id = UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8));
        return save(account, new Change(id, name, symbols, at), at);
    }

    /**
     * Changes a watchlist.
     *
     * @param name the new name, null to keep it
     * @param symbols the new assets, null to keep them
     */
    public ExchangeResult<Watchlist> change(
            String account,
            Watchlist old,
            @Nullable String name,
            @Nullable List<String> symbols,
            Instant now) {
        Change change =
                new Change(
                        old.id(),
                        name == null ? old.name() : name,
                        symbols == null ? old.symbols() : symbols,
                        old.createdAt());
        return save(account, change, passage.time(now));
    }

    /** Adds an asset at the end of a watchlist. */
    public ExchangeResult<Watchlist> add(
            String account, Watchlist old, String symbol, Instant now) {
        Optional<Asset> asset = listing.find(symbol);
        if (asset.isPresent() && old.symbols().contains(asset.get().symbol())) {
            return refused("duplicate symbol");
        }
        List<String> symbols = new ArrayList<>(old.symbols());
        symbols.add(symbol);
        return change(account, old, null, symbols, now);
    }

    /** Removes an asset from a watchlist. */
    public ExchangeResult<Watchlist> remove(
            String account, Watchlist old, String symbol, Instant now) {
        String known = listing.find(symbol).map(Asset::symbol).orElse(symbol);
        if (!old.symbols().contains(known)) {
            return new ExchangeResult.Refused<>(
                    VenueRefusal.notFound("asset not found for " + symbol));
        }
        List<String> rest = old.symbols().stream().filter(one -> !one.equals(known)).toList();
        return change(account, old, null, rest, now);
    }

    /** Deletes a watchlist. */
    public void delete(String account, Watchlist old, Instant now) {
        journal.write(new LedgerEntry.WatchlistDeleted(passage.time(now), account, old.id()));
    }

    private ExchangeResult<Watchlist> save(String account, Change change, Instant at) {
        String name = change.name().strip();
        if (name.isEmpty() || name.length() > Watchlist.MAX_NAME_CHARS) {
            return refused("name must be 1 to " + Watchlist.MAX_NAME_CHARS + " characters");
        }
        Optional<Watchlist> named = book.account(account).watchlists().named(name);
        if (named.isPresent() && !named.get().id().equals(change.id())) {
            return refused("watchlist name must be unique");
        }
        Set<String> symbols = new LinkedHashSet<>();
        for (String text : change.symbols()) {
            Optional<Asset> asset = listing.find(text);
            if (asset.isEmpty()) {
                return new ExchangeResult.Refused<>(
                        VenueRefusal.notFound("asset not found for " + text));
            }
            symbols.add(asset.get().symbol());
        }
        Watchlist saved =
                new Watchlist(change.id(), name, change.createdAt(), at, List.copyOf(symbols));
        journal.write(new LedgerEntry.WatchlistSaved(at, account, saved));
        return new ExchangeResult.Granted<>(saved);
    }

    private static ExchangeResult<Watchlist> refused(String message) {
        return new ExchangeResult.Refused<>(VenueRefusal.invalid(message));
    }

    private record Change(UUID id, String name, List<String> symbols, Instant createdAt) {}
}
