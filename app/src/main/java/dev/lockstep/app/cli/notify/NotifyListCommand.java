package dev.lockstep.app.cli.notify;

import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.OpenPlatform;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.config.Settings;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.notify.NotificationFile;
import dev.lockstep.app.notify.NotificationSettings;
import dev.lockstep.app.platform.StoreUseCases;
import dev.lockstep.app.view.NotificationView;
import dev.lockstep.domain.usecase.notify.ListNotifications.Listed;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the channels with their progress, without secrets. */
@Command(
        name = "list",
        description =
                "List the channels of notifications with what they have delivered and why they "
                        + "fail, without their secrets.")
public final class NotifyListCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin private Output output = new Output();

    public NotifyListCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Settings settings = context.bookSettings();
        NotificationSettings notifications =
                NotificationFile.read(settings, context.processEnvironment());
        Listed listed = listed(settings, notifications);
        if (output.json()) {
            output.print(NotificationView.json(notifications, listed));
        } else if (notifications.channels().isEmpty()) {
            output.line("no channels; see docs/notifications.md");
        } else {
            output.print(NotificationView.table(notifications, listed));
        }
        return ExitCode.OK.number();
    }

    private Listed listed(Settings settings, NotificationSettings notifications) {
        if (!settings.hasStore()) {
            return Listed.none();
        }
        try (StoreUseCases book = OpenPlatform.store(context)) {
            return book.listNotifications().list(notifications.rules());
        }
    }
}
