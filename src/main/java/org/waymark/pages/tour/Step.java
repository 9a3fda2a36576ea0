package org.waymark.pages.tour;

import org.waymark.assessment.Coded;

/** What there is to be looked at, in the order in which it makes sense. The cases are those of the samples. */
enum Step implements Coded {
    WORK_LIST("screener", "/work-list"),
    CHRIS("screener", "/areas/north-town/young-people/NT-20417"),
    SAFE_CONTACT("screener", "/areas/newham/young-people/NH-4460"),
    UNKNOWNS("screener", "/areas/liverpool/young-people/LV-6603"),
    SCREEN("screener", "/young-people"),
    NEVER_ALONE("manager", "/areas/knowsley/young-people/KN-9034"),
    COUNTERSIGN("manager", "/work-list?tab=awaiting-countersignature"),
    RULES("policy", "/rules"),
    DECISIONS("auditor", "/decisions"),
    READERS("auditor", "/areas/north-town/young-people/NT-20417/readers"),
    LOG("auditor", "/audit"),
    TRANSPARENCY("auditor", "/audit/transparency");

    private static final String TOUR = "tour=";

    private final String user;
    private final String page;

    Step(String user, String page) {
        this.user = user;
        this.page = page;
    }

    /** Who has to be signed in to see it. */
    public String user() {
        return user;
    }

    /** Counted from one. */
    public int number() {
        return ordinal() + 1;
    }

    /** Of its page, which then says what to look at. */
    public String address() {
        return page + (page.contains("?") ? '&' : '?') + TOUR + number();
    }
}
