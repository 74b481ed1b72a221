package io.throughline.app.confluence.node;

import io.throughline.app.web.SignalView;

/** How many objectives have a signal. */
public record CountView(String number, SignalView signal) {}
