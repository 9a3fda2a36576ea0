class Owned { static { System.setProperty("waymark.owned", "java"); } }
