package org.waymark.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What whoever approves a version looks at before all else.
 *
 * @param changes of what factors mean, and of groups, against what is in force
 * @param fault why the changes cannot be told, where they cannot; then nobody can approve it either
 * @param downgrades references of the cases that come out lower and that nobody has accepted yet
 */
public record First(List<FirstChange> changes, @Nullable String fault, List<String> downgrades) {

    public First {
        changes = List.copyOf(changes);
        downgrades = List.copyOf(downgrades);
    }
}
