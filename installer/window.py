"""Where the frozen `counter-app` starts."""

import sys

from counter_app.__main__ import main

sys.exit(main())
