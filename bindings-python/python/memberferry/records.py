"""Every record that the library takes or gives, and the words that their fields hold."""

from ._records import *  # noqa: F403
from ._records import __all__ as __all__
