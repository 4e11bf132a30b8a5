from django.contrib.syndication.views import Feed
from django.http import Http404
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language

from home.models import StoryIndexPage, StoryPage

NEWEST = 20


class StoriesFeed(Feed):
    """The newest stories of one language, as Atom."""

    feed_type = Atom1Feed

    def get_object(self, request):
        index = StoryIndexPage.objects.live().filter(locale__language_code=get_language()).first()
        if index is None:
            raise Http404
        return index

    def title(self, index):
        return index.title

    def subtitle(self, index):
        return index.summary

    def link(self, index):
        return index.get_full_url()

    def items(self, index):
        return StoryPage.objects.live().filter(locale=index.locale_id).order_by("-date", "-pk")[:NEWEST]

    def item_title(self, story):
        return story.title

    def item_description(self, story):
        return story.summary

    def item_link(self, story):
        return story.get_full_url()

    def item_guid(self, story):
        return story.translation_key.urn

    def item_pubdate(self, story):
        return story.first_published_at

    def item_updateddate(self, story):
        return story.last_published_at
