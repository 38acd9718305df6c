package dev.lockstep.domain.risk;

import dev.lockstep.domain.instrument.Symbol;
import dev.lockstep.domain.order.NewOrder;
import dev.lockstep.domain.risk.denial.Denial;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Checks one order against the rules of the account and against those of its strategy. An order
 * that only reduces the account's position is exempt from the former, one that only reduces the
 * strategy's part from the latter.
 */
final class OrderCheck {
    private final NewOrder terms;
    private final Exposure exposure;
    private final MarketView market;
    private final Instant now;

    OrderCheck(NewOrder terms, Exposure exposure, MarketView market, Instant now) {
        this.terms = terms;
        this.exposure = exposure;
        this.market = market;
        this.now = now;
    }

    Verdict verdict() {
        Verdict ofAccount = verdict(RiskScope.account(exposure));
        StrategyExposure own = exposure.strategy();
        return own == null
                ? ofAccount
                : strictest(ofAccount, verdict(RiskScope.of(own, terms, exposure)));
    }

    /** Returns the denials of both if one denies already; else asks for what either needs. */
    private Verdict strictest(Verdict one, Verdict other) {
        if (one instanceof Verdict.Approved) {
            return other;
        }
        if (other instanceof Verdict.Approved) {
            return one;
        }
        if (one instanceof Verdict.Undecided first && other instanceof Verdict.Undecided second) {
            return both(first, second);
        }
        List<Denial> denials = new ArrayList<>();
        for (Verdict verdict : List.of(one, other)) {
            if (verdict instanceof Verdict.Denied(List<Denial> found)) {
                denials.addAll(found);
            }
        }
        return new Verdict.Denied(denials);
    }

    private Verdict both(Verdict.Undecided first, Verdict.Undecided second) {
        Set<MarketView.Need> needs = EnumSet.copyOf(first.needs());
        needs.addAll(second.needs());
        List<Denial> soFar = new ArrayList<>(first.soFar());
        soFar.addAll(second.soFar());
        Set<Symbol> symbols = new TreeSet<>(first.symbols());
        symbols.addAll(second.symbols());
        return new Verdict.Undecided(
                needs, exposure.holdingVersion(), soFar, symbols, bookVersion());
    }

    /**
     * Returns the verdict by the rules of one scope. Whether an order only reduces a position is
     * asked once something else would hold it back.
     */
    private Verdict verdict(RiskScope scope) {
        FreshView view = new FreshView(market, now, scope.strategy());
        List<Denial> found = new ArrayList<>(new LimitCheck(terms, scope, view).denials());
        found.addAll(view.impossible());
        if (found.isEmpty() && view.needs().isEmpty()) {
            return new Verdict.Approved();
        }
        Reduction reduction = new Reduction(terms, scope, view);
        if (reduction.holds()) {
            return new Verdict.Approved();
        }
        Set<MarketView.Need> needs = reduction.needs();
        if (needs.isEmpty() && found.isEmpty()) {
            needs = view.needs();
        }
        if (!needs.isEmpty()) {
            return new Verdict.Undecided(
                    needs, exposure.holdingVersion(), found, view.symbols(), bookVersion());
        }
        reduction.impossible().stream().filter(more -> !found.contains(more)).forEach(found::add);
        return new Verdict.Denied(found);
    }

    private long bookVersion() {
        OpenBuys buys = exposure.openBuys();
        return buys == null ? 0 : buys.bookVersion();
    }
}
