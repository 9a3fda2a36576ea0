package org.waymark.pages.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.waymark.pages.Uk;

/** A decision in plain text, to be pasted into a case system. */
@Component
class CaseText {

    private final MessageSource words;
    private final Uk uk;

    CaseText(MessageSource words, Uk uk) {
        this.words = words;
        this.uk = uk;
    }

    String of(DecisionView decision) {
        List<String> lines = new ArrayList<>();
        lines.add(word(
                "text.title",
                decision.youngPerson().reference(),
                decision.youngPerson().area()));
        lines.add(word("text.assessed", uk.time(decision.assessedAt())));
        lines.add(word("text.status", word("status." + decision.status())));
        lines.add("");
        if (decision.pathways().isEmpty()) {
            lines.add(word("pathway.universal"));
        }
        decision.pathways()
                .forEach(path -> lines.add(word(
                        "text.pathway",
                        word("pathway." + path.pathway()),
                        word("urgency." + path.urgency()),
                        by(path.respondBy()))));
        lines.add("");
        lines.add(word("text.why"));
        decision.outcome()
                .reasons()
                .forEach(reason -> lines.add(word("text.reason", reason.statement(), reason.rule())));
        if (!decision.outcome().actions().isEmpty()) {
            lines.add("");
            lines.add(word("text.actions"));
            decision.outcome()
                    .actions()
                    .forEach(action -> lines.add(word("text.item", word("action." + action.action()))));
        }
        lines.add("");
        lines.add(word("text.unasked"));
        decision.outcome().firstQuestions().forEach(question -> lines.add(word("text.item", question.question())));
        lines.add("");
        lines.add(word(
                "text.record",
                String.valueOf(decision.decisionId()),
                decision.ruleSet().name(),
                decision.ruleSet().hash()));
        return String.join("\n", lines) + "\n";
    }

    private String by(@Nullable Instant respondBy) {
        return respondBy == null ? "" : uk.time(respondBy);
    }

    private String word(String key, Object... values) {
        return words.getMessage(key, values, Locale.UK);
    }
}
