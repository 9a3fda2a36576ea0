package org.waymark.screening.outcome;

import java.util.List;
import org.waymark.screening.pathway.Flag;

/** What a reader should know about what the outcome rests on. */
public record FlagResult(Flag flag, List<String> rules, String statement) {}
