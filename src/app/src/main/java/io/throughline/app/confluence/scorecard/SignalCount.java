package io.throughline.app.confluence.scorecard;

import io.throughline.app.web.SignalView;

/** How many objectives have a signal. */
public record SignalCount(String number, SignalView signal) {}
