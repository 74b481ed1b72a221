package io.throughline.app.jira.gate;

/** A plan that can be chosen in the form of a rule. */
public record GateChoice(String key, String name, boolean chosen) {}
