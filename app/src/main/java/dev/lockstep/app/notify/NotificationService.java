package dev.lockstep.app.notify;

import dev.lockstep.app.config.value.Pause;
import dev.lockstep.app.loop.LeaseDuty;
import dev.lockstep.app.loop.LoopParts;
import dev.lockstep.app.platform.TradingPlatform;
import dev.lockstep.domain.notification.DeliveryLane;
import dev.lockstep.domain.port.PlatformClock;
import dev.lockstep.domain.port.notification.NotificationChannel;
import dev.lockstep.domain.port.notification.NotificationOutbox;
import dev.lockstep.domain.port.store.TradingLease.Lease;
import dev.lockstep.domain.usecase.notify.DailyLossNotice;
import dev.lockstep.domain.usecase.notify.DeliverNotifications;
import dev.lockstep.domain.usecase.notify.DiskNotice;
import dev.lockstep.domain.usecase.notify.StatementNotice;
import dev.lockstep.notifications.NotificationChannels;
import dev.lockstep.notifications.config.SecretUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Delivers notifications while this process has the trading lease: each channel on its own thread,
 * the conditions on another one. A failure ends nothing but the delivery.
 */
public final class NotificationService implements LeaseDuty {
    private final NotificationSettings settings;
    private final NotificationChannels channels;
    private final TradingPlatform platform;
    private final LongSupplier freeBytes;
    private final ThreadFactory threads;
    private final Consumer<String> says;
    private @Nullable Lease current;
    private List<Thread> running = List.of();

    /**
     * Creates the service; nothing runs yet.
     *
     * @param freeBytes measures the free space of the disk
     * @param says receives messages about failing channels, from several threads
     */
    public NotificationService(
            NotificationSettings settings,
            NotificationChannels channels,
            TradingPlatform platform,
            LongSupplier freeBytes,
            ThreadFactory threads,
            Consumer<String> says) {
        this.settings = settings;
        this.channels = channels;
        this.platform = platform;
        this.freeBytes = freeBytes;
        this.threads = threads;
        this.says = says;
    }

    @Override
    public synchronized void begin(Lease held) {
        stop();
        List<Thread> started = new ArrayList<>();
        AtomicBoolean statementChecked = new AtomicBoolean();
        settings.channels()
                .forEach(each ->
                        started.add(threads.newThread(loop(each, held, statementChecked::get))));
        started.add(threads.newThread(new MinuteLoop(conditions(held, statementChecked), pause())));
        started.forEach(Thread::start);
        running = started;
        current = held;
    }

    @Override
    public synchronized void end(Lease held) {
        if (current != null && current.epoch() == held.epoch()) {
            stop();
        }
    }

    private void stop() {
        running.forEach(Thread::interrupt);
        running = List.of();
        current = null;
    }

    private ChannelLoop loop(
            ChannelSettings channel, Lease held, BooleanSupplier statementChecked) {
        NotificationChannel opened = channels.open(channel.config());
        return new ChannelLoop(
                channel.name(),
                new ChannelBeginning(
                        channel.name(),
                        outbox(held),
                        platform.storeUseCases().notificationReader()::end,
                        statementChecked),
                lane(channel, DeliveryLane.URGENT, opened, held),
                lane(channel, DeliveryLane.ROUTINE, opened, held),
                new ChannelAlarm(channel.name(), parts().lease().incidents(held), clock()),
                pause(),
                says);
    }

    private DeliverNotifications lane(
            ChannelSettings channel, DeliveryLane lane, NotificationChannel opened, Lease held) {
        return new DeliverNotifications(
                channel.name(),
                lane,
                channel.rule(),
                opened,
                platform.storeUseCases().notificationReader(),
                outbox(held),
                clock());
    }

    /** Returns the checks of every minute. */
    private List<Runnable> conditions(Lease held, AtomicBoolean statementChecked) {
        List<Runnable> checks = new ArrayList<>();
        checks.add(new RemovedChannels(settings, parts().lease().incidents(held), clock())::check);
        if (settings.any()) {
            checks.addAll(notices(held, statementChecked));
        }
        return checks;
    }

    /** Returns what raises notices; the statement is first, because new channels wait for it. */
    private List<Runnable> notices(Lease held, AtomicBoolean statementChecked) {
        NotificationOutbox outbox = outbox(held);
        DiskNotice disk = new DiskNotice(outbox, clock());
        StatementNotice statement =
                new StatementNotice(
                        platform.display().makeStatement(),
                        outbox,
                        clock(),
                        settings.statementAt());
        List<Runnable> checks = new ArrayList<>();
        checks.add(statement::check);
        checks.add(() -> statementChecked.set(true));
        checks.add(() -> disk.check(freeBytes.getAsLong()));
        checks.add(
                new DailyLossNotice(platform.broker(), parts().riskControl(), outbox, clock())
                        ::check);
        SecretUrl pingUrl = settings.pingUrl();
        if (pingUrl != null) {
            checks.add(
                    new DeadMansSwitch(
                            platform.storeUseCases().checkHealth(),
                            () -> channels.ping(pingUrl),
                            says));
        }
        return checks;
    }

    private NotificationOutbox outbox(Lease held) {
        return platform.storeUseCases().notificationOutbox().fenced(held);
    }

    private LoopParts parts() {
        return platform.brokerUseCases().loopParts();
    }

    private PlatformClock clock() {
        return parts().clock();
    }

    private Pause pause() {
        return parts().pause();
    }
}
