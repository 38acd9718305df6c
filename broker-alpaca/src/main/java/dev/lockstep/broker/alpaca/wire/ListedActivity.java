package dev.lockstep.broker.alpaca.wire;

import dev.lockstep.domain.account.AccountActivity;
import dev.lockstep.domain.port.UnreadableItem;

/** One entry of a page of the account's history. */
public sealed interface ListedActivity {
    /** The broker's name of it, which the next page is asked by; empty where it has none. */
    String id();

    /**
     * An entry that was read.
     *
     * @param activity the entry
     */
    record Read(AccountActivity activity) implements ListedActivity {
        @Override
        public String id() {
            return activity.id().value();
        }
    }

    /**
     * An entry that cannot be read, such as a trade in an option.
     *
     * @param item what is known of it
     */
    record Unreadable(UnreadableItem item) implements ListedActivity {
        @Override
        public String id() {
            return item.brokerId();
        }
    }
}
