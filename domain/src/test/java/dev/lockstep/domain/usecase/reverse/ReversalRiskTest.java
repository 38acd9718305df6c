package dev.lockstep.domain.usecase.reverse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.contracts.FakeBroker.NextSubmit;
import dev.lockstep.domain.market.Quote;
import dev.lockstep.domain.money.Money;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.OrderStatus;
import dev.lockstep.domain.risk.denial.Denial;
import dev.lockstep.domain.risk.denial.DenialReason;
import dev.lockstep.domain.risk.limit.Restriction;
import dev.lockstep.domain.risk.limit.RiskLimit;
import dev.lockstep.domain.risk.limit.TradingState;
import dev.lockstep.domain.usecase.cancel.CancelAll;
import dev.lockstep.domain.usecase.halt.HaltTrading;
import dev.lockstep.domain.usecase.recover.ResolveUnknown;
import dev.lockstep.domain.usecase.submit.RecoveryPolicy;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reversals under limits, halts and the kill switch. */
class ReversalRiskTest extends ReversalFixture {
    private final ResolveUnknown resolveUnknown =
            new ResolveUnknown(
                    repository,
                    repository.riskControl(),
                    broker,
                    sample.ids(),
                    clock,
                    new RecoveryPolicy(Duration.ofSeconds(10), Duration.ofMinutes(5)));

    @BeforeEach
    void position() {
        hold("10");
    }

    @Test
    void nothing_is_closed_while_trading_is_halted_or_restricted() {
        controlRisk.halt("tester", "news");
        assertThat(denial().reason()).isEqualTo(DenialReason.TRADING_HALTED);
        controlRisk.resume("tester", "over");
        controlRisk.reduce("tester", "news");
        assertThat(denial().reason()).isEqualTo(DenialReason.TRADING_REDUCING);
        assertThat(sent()).isEmpty();
    }

    @Test
    void nothing_is_closed_where_the_order_would_be_above_a_limit() {
        controlRisk.set(new RiskLimit.MaxOrderQty(Quantity.of("5")), "tester", "small");

        assertThat(denial().reason()).isEqualTo(DenialReason.ORDER_QUANTITY);
        assertThat(sent()).isEmpty();
    }

    @Test
    void nothing_is_closed_where_the_shares_cannot_be_sold_short() {
        market.set(asset(false));
        assertThat(denial().reason()).isEqualTo(DenialReason.NOT_SHORTABLE);
        assertThat(sent()).isEmpty();

        hold("-10");
        reversed();
        assertThat(sent()).containsExactly("BUY 10");
    }

    @Test
    void no_margin_lets_no_short_position_be_opened() {
        controlRisk.set(new RiskLimit.NoMargin(), "tester", "cash only");

        assertThat(denial().reason()).isEqualTo(DenialReason.ON_MARGIN);
    }

    @Test
    void a_halt_in_between_ends_the_reversal_at_once_and_for_good() {
        ReversalResult.Reversing result = reversed();
        controlRisk.halt("tester", "news");
        resume();

        assertThat(status(result.order())).isEqualTo(OrderStatus.DENIED);
        assertThat(text(result.order())).contains("trading_halted");
        controlRisk.resume("tester", "over");
        fill(result.close(), "0");
        resume();
        assertThat(sent()).containsExactly("SELL 10");
    }

    @Test
    void a_halt_right_before_the_send_denies_it() {
        ReversalResult.Reversing result = reversed();
        fill(result.close(), "0");
        broker.beforeGuard(() -> controlRisk.halt("tester", "news"));
        resume();

        assertThat(status(result.order())).isEqualTo(OrderStatus.DENIED);
        assertThat(sent()).containsExactly("SELL 10");
    }

    @Test
    void the_limits_judge_when_it_is_sent() {
        ReversalResult.Reversing result = reversed();
        fill(result.close(), "0");
        controlRisk.set(new RiskLimit.MaxOrderValue(Money.of("1000")), "tester", "small");
        market.set(quote());
        resume();

        assertThat(status(result.order())).isEqualTo(OrderStatus.DENIED);
        assertThat(text(result.order())).contains("order_value");
        assertThat(sent()).containsExactly("SELL 10");
    }

    @Test
    void a_price_that_a_limit_needs_is_fetched() {
        ReversalResult.Reversing result = reversed();
        fill(result.close(), "0");
        controlRisk.set(new RiskLimit.MaxOrderValue(Money.of("100000")), "tester", "large");
        market.set(quote());
        resume();

        assertThat(sent()).containsExactly("SELL 10", "SELL 10");
    }

    @Test
    void the_close_is_no_duplicate_of_it() {
        controlRisk.set(
                new RiskLimit.DuplicateWindow(Duration.ofMinutes(5)), "tester", "no doubles");
        ReversalResult.Reversing result = reversed();
        fill(result.close(), "0");
        resume();

        assertThat(sent()).containsExactly("SELL 10", "SELL 10");
    }

    @Test
    void an_old_sync_is_waited_for() {
        ReversalResult.Reversing result = reversed();
        fill(result.close(), "0");
        controlRisk.restrict(Restriction.SYNC, TradingState.REDUCING, "old");
        resume();
        assertThat(status(result.order())).isEqualTo(OrderStatus.WAITING);

        controlRisk.lift(Restriction.SYNC, "fresh");
        resume();

        assertThat(sent()).containsExactly("SELL 10", "SELL 10");
    }

    @Test
    void the_kill_switch_leaves_nothing_that_opens_a_position() {
        ReversalResult.Reversing result = reversed();
        HaltTrading halt =
                new HaltTrading(
                        controlRisk,
                        repository,
                        broker,
                        new CancelAll(repository, broker, clock),
                        closePosition,
                        syncOrders);
        halt.requestFlatten("tester", "enough");
        fill(result.close(), "0");
        halt.flatten();
        halt.flatten();
        controlRisk.resume("tester", "over");
        resume();

        assertThat(stored(result.order()).status().closed()).isTrue();
        assertThat(sent()).containsExactly("SELL 10");
    }

    @Test
    void an_unanswered_reversal_is_sent_again_like_an_entry() {
        Order order = lost();
        clock.pass(Duration.ofSeconds(20));
        resolveUnknown.resolve();

        assertThat(sent()).containsExactly("SELL 10", "SELL 10", "SELL 10");
        assertThat(status(order)).isEqualTo(OrderStatus.ACCEPTED);
    }

    @Test
    void an_unanswered_reversal_is_not_sent_again_after_a_halt() {
        Order order = lost();
        controlRisk.halt("tester", "news");
        clock.pass(Duration.ofSeconds(20));
        resolveUnknown.resolve();

        assertThat(sent()).containsExactly("SELL 10", "SELL 10");
        assertThat(status(order)).isEqualTo(OrderStatus.NEVER_ACCEPTED);
    }

    private Order lost() {
        ReversalResult.Reversing result = reversed();
        fill(result.close(), "0");
        broker.next(NextSubmit.LOSE_THE_REQUEST);
        resume();
        assertThat(status(result.order())).isEqualTo(OrderStatus.UNKNOWN);
        return result.order();
    }

    private Denial denial() {
        ReversalResult result = reversePosition.reverse(AAPL);
        assertThat(result).isInstanceOf(ReversalResult.Denied.class);
        return ((ReversalResult.Denied) result).denials().getFirst();
    }

    private Quote quote() {
        return new Quote(
                AAPL,
                Price.of("200"),
                Quantity.of("100"),
                Price.of("201"),
                Quantity.of("100"),
                clock.instant());
    }
}
