package org.waymark.screening.outcome;

import java.util.List;
import org.waymark.screening.pathway.Service;

/** Help to offer, and the rules that ask for it. */
public record ServiceResult(Service service, List<String> rules) {}
