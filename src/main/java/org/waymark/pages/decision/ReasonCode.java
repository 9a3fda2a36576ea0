package org.waymark.pages.decision;

import java.util.List;

/** Why somebody decides otherwise, by the codes that overrides are counted by. What they mean is in the messages. */
final class ReasonCode {

    static final List<String> CODES = List.of(
            "known-to-us-already",
            "information-missing",
            "information-wrong",
            "more-serious-than-recorded",
            "less-serious-than-recorded",
            "plan-in-place",
            "rule-does-not-fit",
            "other");

    private ReasonCode() {}
}
