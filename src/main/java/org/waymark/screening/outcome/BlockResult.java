package org.waymark.screening.outcome;

import java.util.List;
import org.waymark.screening.pathway.Block;

/** Something not to be done, and the rules that stand in its way. */
public record BlockResult(Block block, List<String> rules) {}
