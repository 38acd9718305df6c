package dev.lockstep.app.notify;

import dev.lockstep.domain.notification.DeliveryResult;
import dev.lockstep.domain.usecase.report.CheckHealth;
import dev.lockstep.domain.usecase.report.Health;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Reports to a service outside that this process works: while it does not, the service gets no
 * request and raises its own alarm. Not thread-safe.
 */
final class DeadMansSwitch implements Runnable {
    private final CheckHealth checkHealth;
    private final Supplier<DeliveryResult> ping;
    private final Consumer<String> says;
    private boolean failing;

    DeadMansSwitch(CheckHealth checkHealth, Supplier<DeliveryResult> ping, Consumer<String> says) {
        this.checkHealth = checkHealth;
        this.ping = ping;
        this.says = says;
    }

    @Override
    public void run() {
        Health health = checkHealth.check();
        if (health.healthy() && health.fresh()) {
            switch (ping.get()) {
                case DeliveryResult.Delivered _ -> failing = false;
                case DeliveryResult.Failed failed -> say(failed.why());
            }
        }
    }

    private void say(String why) {
        if (!failing) {
            says.accept("the dead man's switch was not reached: " + why);
        }
        failing = true;
    }
}
