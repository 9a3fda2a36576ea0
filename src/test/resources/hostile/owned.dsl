[then]Refer to safeguarding=System.setProperty("waymark.owned", "dsl");
