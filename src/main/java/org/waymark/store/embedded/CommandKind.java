package org.waymark.store.embedded;

import java.util.Locale;
import java.util.Set;

/** What a MongoDB command does to the data, as far as waiting for the disk needs to know. */
enum CommandKind {
    /** Touches no data: greetings, heartbeats, housekeeping of cursors and sessions. */
    TALK,
    /** Reads data. */
    READ,
    /** May write data. */
    WRITE;

    private static final Set<String> TALKING = Set.of(
            "ismaster",
            "hello",
            "ping",
            "buildinfo",
            "whatsmyuri",
            "connectionstatus",
            "hostinfo",
            "endsessions",
            "killcursors");

    private static final Set<String> READING =
            Set.of("find", "getmore", "count", "distinct", "listcollections", "listindexes", "listdatabases");

    /** Anything that is not known to be harmless counts as a write; an aggregation can end in one. */
    static CommandKind of(String command) {
        String name = command.toLowerCase(Locale.ROOT);
        if (TALKING.contains(name)) {
            return TALK;
        }
        return READING.contains(name) ? READ : WRITE;
    }
}
