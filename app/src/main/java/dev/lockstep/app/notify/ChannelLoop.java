package dev.lockstep.app.notify;

import dev.lockstep.app.config.value.Pause;
import dev.lockstep.domain.notification.LaneProgress;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.port.store.RepositoryException.Reason;
import dev.lockstep.domain.usecase.notify.DeliverNotifications;
import java.time.Duration;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers the notifications of one channel on a thread of its own, so that a channel that hangs
 * holds no other one up.
 */
final class ChannelLoop implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(ChannelLoop.class);
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration WHILE_BEHIND = Duration.ofMillis(50);

    private final String channel;
    private final ChannelBeginning beginning;
    private final DeliverNotifications urgent;
    private final DeliverNotifications routine;
    private final ChannelAlarm alarm;
    private final Pause pause;
    private final Consumer<String> says;
    private String said = "";
    private long position = -1;

    ChannelLoop(
            String channel,
            ChannelBeginning beginning,
            DeliverNotifications urgent,
            DeliverNotifications routine,
            ChannelAlarm alarm,
            Pause pause,
            Consumer<String> says) {
        this.channel = channel;
        this.beginning = beginning;
        this.urgent = urgent;
        this.routine = routine;
        this.alarm = alarm;
        this.pause = pause;
        this.says = says;
    }

    @Override
    public void run() {
        try {
            boolean goesOn = true;
            while (goesOn && !Thread.currentThread().isInterrupted()) {
                goesOn = passed();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean passed() throws InterruptedException {
        boolean behind = false;
        try {
            behind = beginning.begun() && pass();
        } catch (RepositoryException failed) {
            if (failed.reason() == Reason.FENCED) {
                return false;
            }
            say("notifications to " + channel + " wait for the database: " + failed.getMessage());
        } catch (RuntimeException bug) {
            // Without the exception's text, which could quote a secret of the channel.
            LOG.error("internal error in channel {}: {}", channel, bug.getClass().getName());
        }
        pause.of(behind ? WHILE_BEHIND : EVERY);
        return true;
    }

    private boolean pass() {
        LaneProgress first = urgent.pass();
        LaneProgress second = routine.pass();
        alarm.check(first, second);
        String trouble = first.trouble().isEmpty() ? second.trouble() : first.trouble();
        say(trouble.isEmpty() ? "" : "notifications to " + channel + " fail: " + trouble);
        long reached =
                first.position().events()
                        + first.position().records()
                        + second.position().events()
                        + second.position().records();
        boolean behind = reached != position;
        position = reached;
        return behind;
    }

    private void say(String text) {
        if (!text.equals(said)) {
            says.accept(text.isEmpty() ? "notifications to " + channel + " are delivered" : text);
            said = text;
        }
    }
}
