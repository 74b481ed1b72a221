package io.throughline.core.strategy;

/** The kinds of object that a strategy is made of. */
enum Part {
    PLANS,
    THEMES,
    OBJECTIVES,
    KPIS,
    ACTUALS,
    LINKS,
    CONTRIBUTIONS,
    CAUSES,
    EXEMPTIONS
}
