"""Events: who did what to whom, in PLOVER's types, told by the publisher or by a statement."""
