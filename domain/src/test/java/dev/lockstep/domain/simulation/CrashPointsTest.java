package dev.lockstep.domain.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.lockstep.contracts.FakeBroker.NextSubmit;
import dev.lockstep.contracts.SampleOrders;
import dev.lockstep.domain.money.Price;
import dev.lockstep.domain.money.Quantity;
import dev.lockstep.domain.order.Order;
import dev.lockstep.domain.order.Side;
import dev.lockstep.domain.order.id.ClientOrderId;
import dev.lockstep.domain.order.id.OrderId;
import dev.lockstep.domain.position.ClosePart;
import dev.lockstep.domain.usecase.cancel.CancelScope;
import dev.lockstep.domain.usecase.replace.ReplaceRequest;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * A process dies before or after a call to a port, at each such point of a use case in its turn,
 * and the next process goes on with what is stored. Each point is played twice: the caller, who has
 * heard nothing, lets it be, or asks once more.
 */
@Tag("slow")
class CrashPointsTest {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(80);
    private static final BigDecimal TEN = new BigDecimal("10");

    @TestFactory
    Stream<DynamicTest> a_submit_that_is_killed_at_any_point_makes_one_order_or_none() {
        return plays(
                _ -> {},
                scene ->
                        scene.platform()
                                .submitOrder()
                                .submit(SampleOrders.tenShares(), Scene.key()),
                (scene, again) -> {
                    assertThat(scene.market.ledger()).hasSizeBetween(again ? 1 : 0, 1);
                    assertThat(scene.orders()).hasSizeBetween(again ? 1 : 0, 1);
                });
    }

    @TestFactory
    Stream<DynamicTest> a_cancel_that_is_killed_at_any_point_cancels_or_leaves_the_order_working() {
        return plays(
                scene -> scene.resting(Side.BUY, Scene.limit("90")),
                scene -> scene.platform().cancelOrder().cancel(first(scene)),
                (scene, again) -> assertThat(scene.open()).hasSizeBetween(0, again ? 0 : 1));
    }

    @TestFactory
    Stream<DynamicTest> a_cancel_of_all_that_is_killed_at_any_point_can_be_asked_for_again() {
        return plays(
                scene -> {
                    scene.resting(Side.BUY, Scene.limit("90"));
                    scene.resting(Side.BUY, Scene.limit("80"));
                },
                scene -> scene.platform().cancelAll().cancelAll(CancelScope.OURS),
                (scene, again) -> assertThat(scene.open()).hasSizeBetween(0, again ? 0 : 2));
    }

    @TestFactory
    Stream<DynamicTest> a_replace_that_is_killed_at_any_point_leaves_one_order_working() {
        return plays(
                scene -> scene.resting(Side.BUY, Scene.limit("90")),
                scene ->
                        scene.platform()
                                .replaceOrder()
                                .replace(first(scene), priced("91"), Scene.key()),
                (scene, _) -> {
                    assertThat(working(scene).terms().type())
                            .isIn(Scene.limit("90"), Scene.limit("91"));
                    scene.platform().replaceOrder().replace(working(scene).id(), priced("92"));
                    assertThat(working(scene).terms().type()).isEqualTo(Scene.limit("92"));
                });
    }

    @TestFactory
    Stream<DynamicTest> a_sync_that_is_killed_at_any_point_is_made_good_by_the_next_one() {
        return plays(
                scene -> {
                    scene.resting(Side.BUY, Scene.limit("90"));
                    scene.broker.next(NextSubmit.TAKE_AND_LOSE_THE_ANSWER);
                    scene.platform().submitOrder().submit(SampleOrders.tenShares());
                    scene.broker.next(NextSubmit.LOSE_THE_REQUEST);
                    scene.platform().submitOrder().submit(SampleOrders.tenShares());
                    scene.turn();
                    scene.clock.pass(Duration.ofSeconds(30));
                },
                scene -> scene.platform().loop().tick(),
                (scene, _) -> {
                    assertThat(scene.market.ledger()).hasSize(3);
                    assertThat(scene.market.held(Scene.AAPL)).isEqualTo(new BigDecimal("20"));
                });
    }

    @TestFactory
    Stream<DynamicTest> an_exit_that_is_killed_at_any_point_is_sent_once_or_never() {
        return plays(
                scene -> scene.resting(Side.BUY, Scene.limit("90")),
                scene ->
                        scene.platform()
                                .submitExit()
                                .submit(
                                        first(scene),
                                        Scene.terms(Side.SELL, Scene.stop("80")),
                                        Scene.key()),
                (scene, again) -> assertThat(scene.orders()).hasSizeBetween(again ? 2 : 1, 2));
    }

    @TestFactory
    Stream<DynamicTest> a_close_that_is_killed_at_any_point_ends_flat_or_leaves_the_stop_working() {
        return plays(
                scene -> {
                    scene.hold();
                    scene.resting(Side.SELL, Scene.stop("80"));
                },
                scene -> {
                    scene.platform().closePosition().close(Scene.AAPL, new ClosePart.Whole());
                    scene.turn();
                    scene.platform().closePosition().resume();
                },
                (scene, again) -> {
                    if (again || scene.open().isEmpty()) {
                        assertThat(scene.open()).isEmpty();
                        assertThat(scene.market.held(Scene.AAPL)).isEqualTo(BigDecimal.ZERO);
                    } else {
                        assertThat(scene.open()).hasSize(1);
                        assertThat(scene.market.held(Scene.AAPL)).isEqualTo(TEN);
                    }
                });
    }

    @TestFactory
    Stream<DynamicTest> a_close_of_a_part_that_is_killed_at_any_point_leaves_a_stop_for_the_rest() {
        return plays(
                scene -> {
                    scene.hold();
                    scene.resting(Side.SELL, Scene.stop("80"));
                },
                scene -> {
                    ClosePart four = new ClosePart.ByQuantity(Quantity.of("4"));
                    scene.platform().closePosition().close(Scene.AAPL, four);
                    for (int step = 0; step < 3; step++) {
                        scene.turn();
                        scene.platform().closePosition().resume();
                    }
                },
                (scene, again) -> {
                    Quantity held = new Quantity(scene.market.held(Scene.AAPL));
                    List<String> left = again ? List.of("6", "2") : List.of("10", "6");
                    assertThat(held.toString()).isIn(left);
                    assertThat(working(scene).terms().orderQty()).isEqualTo(held);
                    assertThat(working(scene).terms().type()).isEqualTo(Scene.stop("80"));
                });
    }

    @TestFactory
    Stream<DynamicTest> a_halt_that_is_killed_at_any_point_never_sells_more_than_is_held() {
        return plays(
                scene -> {
                    scene.hold();
                    scene.resting(Side.BUY, Scene.limit("90"));
                },
                scene -> {
                    scene.platform().haltTrading().halt("tester", "news");
                    scene.platform().haltTrading().cancelAll();
                    scene.turn();
                    scene.platform().haltTrading().flatten();
                },
                (scene, again) -> {
                    assertThat(scene.market.held(Scene.AAPL)).isIn(BigDecimal.ZERO, TEN);
                    if (again) {
                        // as the command does until nothing is held
                        scene.platform().haltTrading().flatten();
                        scene.turn();
                        assertThat(scene.market.held(Scene.AAPL)).isEqualTo(BigDecimal.ZERO);
                    }
                });
    }

    private static ReplaceRequest priced(String limitPrice) {
        return new ReplaceRequest(null, Price.of(limitPrice), null, null, null);
    }

    /** The only order that is open at the broker, as we have it. */
    private static Order working(Scene scene) {
        assertThat(scene.open()).hasSize(1);
        ClientOrderId name = scene.open().getFirst().clientOrderId();
        return scene.orders().stream()
                .filter(order -> order.clientOrderId().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static OrderId first(Scene scene) {
        return scene.orders().getFirst().id();
    }

    /** One test for each point at which this can die, and whether it is asked for once more. */
    private static Stream<DynamicTest> plays(
            Consumer<Scene> before, Consumer<Scene> act, BiConsumer<Scene, Boolean> check) {
        Killing nobody = Killing.never();
        Scene whole = new Scene(nobody);
        before.accept(whole);
        whole.killedBy(() -> act.accept(whole));
        List<String> points = nobody.points();
        assertThat(points).isNotEmpty();
        return IntStream.range(0, points.size())
                .boxed()
                .flatMap(point ->
                        Stream.of(false, true)
                                .map(again ->
                                        dynamicTest(
                                                (point + 1)
                                                        + " "
                                                        + points.get(point)
                                                        + (again ? ", asked for again" : ""),
                                                () -> play(point, again, before, act, check))));
    }

    private static void play(
            int point,
            boolean again,
            Consumer<Scene> before,
            Consumer<Scene> act,
            BiConsumer<Scene, Boolean> check) {
        Scene scene = new Scene(Killing.at(point));
        before.accept(scene);
        assertThat(scene.killedBy(() -> act.accept(scene))).isTrue();
        scene.pass(Duration.ofSeconds(1));
        if (again) {
            act.accept(scene);
        }
        scene.pass(LONG_ENOUGH);
        assertThat(scene.wrongs()).isEmpty();
        check.accept(scene, again);
    }
}
